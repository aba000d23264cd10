package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.model.label.LabelFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class DocumentTypeTest {
    private static byte[] bytes(String text) {
        return text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "PDF|%PDF-1.4",
                "PDF|junk before\\n%PDF-1.7",
                "PNG|\\211PNG\\r\\n\\032\\n",
                "GIF|GIF89a",
                "JPEG|\\377\\330\\377\\341",
                "ZPL|^XA^FO10,10^FDhello^FS^XZ",
                "ZPL|\\n\\n^xa^fdx^fs^xz",
                "ZPL|CT~~CD,~CC^~CT~^XA~TA000^XZ",
                "CPCL|! 0 200 200 1218 1\\r\\nPAGE-WIDTH 812",
                "CPCL|! U1 setvar \\\"device.languages\\\" \\\"zpl\\\"\\r\\n",
                "TSPL|SIZE 100 mm,150 mm\\r\\nCLS\\r\\n",
                "TSPL|\\33!R\\r\\nSIZE 4,6\\r\\nGAP 0.12,0\\r\\n",
                "TSPL|CLS\\r\\nBITMAP 0,0,100,1200,1,",
                "ESCPOS|\\33@\\33a1hello",
                "ESCPOS|\\35v0\\0\\144\\0\\1\\0",
                "EPL|\\nN\\nq812\\nQ1218,24\\n",
                "EPL|N\\r\\nA50,0,0,1,1,1,N,\\\"text\\\"\\r\\nP1\\r\\n",
                "EPL|I8,A,001\\n\\nQ1218,024\\nq812\\nN\\n"
            })
    void aFormatIsToldByItsShape(LabelFormat format, String head) {
        assertEquals(Optional.of(format), DocumentType.detect(bytes(head)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dear customer, your parcel is on its way.", "{\"label\":1}", "PK"})
    void anythingElseIsUnknown(String head) {
        assertEquals(Optional.empty(), DocumentType.detect(bytes(head)));
    }
}

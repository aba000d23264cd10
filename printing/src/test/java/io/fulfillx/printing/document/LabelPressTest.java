package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.document.PressResult.Refused;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.PageForm;
import io.fulfillx.printing.sheet.SamplePages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

class LabelPressTest {
    private static final String NUMBER = "JJD1430000000001";

    private static final Dpi DPI = Dpi.DPI_203;

    private static PressResult press(LabelLanguage language, LabelFormat format, byte[] content) {
        PrinterProfile profile =
                new PrinterProfile("p", "P", language, DPI, Media.FOUR_BY_SIX, 6, Set.of());
        return new LabelPress(profile)
                .press(new LabelDocument(new TrackingNumber(NUMBER), format, content));
    }

    private static byte[] pdf(String... numbers) {
        return SamplePages.pdf(PageForm.FOUR_BY_SIX, List.of(numbers));
    }

    @Test
    void zplPassesAsItIsLabelByLabel() {
        byte[] label = "^XA^FO9,9^FDa^FS^XZ".getBytes(StandardCharsets.US_ASCII);
        byte[] twice =
                "^XA^FO9,9^FDa^FS^XZ\n^XA^FO9,9^FDa^FS^XZ".getBytes(StandardCharsets.US_ASCII);
        Pressed pressed =
                assertInstanceOf(Pressed.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, twice));
        assertEquals(2, pressed.labels().size());
        assertArrayEquals(label, pressed.labels().getLast());
        assertEquals(List.of(), pressed.pictures());
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsEncodedForEveryLanguage(LabelLanguage language) {
        Pressed pressed =
                assertInstanceOf(Pressed.class, press(language, LabelFormat.PDF, pdf(NUMBER)));
        byte[] expected =
                language.encoder()
                        .encode(
                                pressed.pictures().getFirst(),
                                LabelSetup.of(Media.FOUR_BY_SIX, DPI));
        assertArrayEquals(expected, pressed.labels().getFirst());
    }

    @Test
    void aLabelOfAnotherParcelIsRefused() {
        Refused refused =
                assertInstanceOf(
                        Refused.class,
                        press(LabelLanguage.TSPL, LabelFormat.PDF, pdf("JJD1430000000009")));
        assertTrue(refused.reason().contains(NUMBER), refused.reason());
    }

    @Test
    void aFurtherPageWithoutTheNumberIsPrintedToo() {
        Pressed pressed =
                assertInstanceOf(
                        Pressed.class,
                        press(LabelLanguage.EPL, LabelFormat.PDF, pdf(NUMBER, "RECEIPT123")));
        assertEquals(2, pressed.labels().size());
    }

    @Test
    void aDamagedDocumentIsRefusedWithASentence() {
        assertEquals(
                new Refused("The PDF is damaged and cannot be read."),
                press(LabelLanguage.ZPL, LabelFormat.PDF, new byte[] {1, 2, 3}));
        assertEquals(
                new Refused("The document is empty."),
                press(LabelLanguage.ZPL, LabelFormat.ZPL, new byte[0]));
    }
}

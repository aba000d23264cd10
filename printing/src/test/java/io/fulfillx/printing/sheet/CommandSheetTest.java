package io.fulfillx.printing.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.printing.sheet.CommandSheet.Entry;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

class CommandSheetTest {
    @Test
    void twelveBarcodesFillAPage() throws IOException {
        byte[] pdf =
                CommandSheet.pdf(Collections.nCopies(13, new Entry("Bestätigen", "FXCCONFIRM")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(2, document.getNumberOfPages());
        }
    }

    @Test
    void aCodeThatNoScannerWouldSendBackIsRefused() {
        List<Entry> entries = List.of(new Entry("x", "ü"));
        assertThrows(IllegalArgumentException.class, () -> CommandSheet.pdf(entries));
    }
}

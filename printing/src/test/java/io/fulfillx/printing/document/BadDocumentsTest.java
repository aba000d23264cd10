package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.PageForm;
import io.fulfillx.printing.sheet.SamplePages;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

class BadDocumentsTest {
    private static String sentence(byte[] bytes, LabelFormat format) {
        DocumentException refusal =
                assertThrows(
                        DocumentException.class,
                        () -> LabelPages.read(bytes, format, Media.FOUR_BY_SIX, Dpi.DPI_203));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.matches("[A-Z][^\\n]*\\."), sentence);
        return sentence;
    }

    private static byte[] saved(PDDocument document) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "%PDF-1.7\n", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>"})
    void whatIsNoPdfIsSaidToBeDamaged(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(sentence(bytes, LabelFormat.PDF).startsWith("The PDF"));
    }

    @Test
    void aPdfCutOffAnywhereIsPrintedOrRefusedWithASentence() throws Exception {
        byte[] whole = SamplePages.pdf(PageForm.FOUR_BY_SIX, List.of("JJD1430000000001"));
        for (int length = 0; length < whole.length; length += whole.length / 12) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                LabelPages.read(cut, LabelFormat.PDF, Media.FOUR_BY_SIX, Dpi.DPI_203);
            } catch (DocumentException e) {
                assertTrue(String.valueOf(e.getMessage()).endsWith("."));
            }
        }
    }

    @Test
    void aLockedPdfIsNamed() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
            assertEquals(
                    "The PDF is locked with a password.",
                    sentence(saved(document), LabelFormat.PDF));
        }
    }

    @Test
    void aPdfWithoutPagesAndOneWithoutInkAreNamed() throws Exception {
        try (PDDocument document = new PDDocument()) {
            assertEquals("The PDF has no page.", sentence(saved(document), LabelFormat.PDF));
            document.addPage(new PDPage(PDRectangle.A6));
            assertEquals(
                    "The document is empty: every page is white.",
                    sentence(saved(document), LabelFormat.PDF));
        }
    }

    @Test
    void tooManyAndTooLargePagesAreNamed() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
            assertTrue(sentence(saved(document), LabelFormat.PDF).contains("up to A3"));
            for (int i = 0; i < 1000; i++) {
                document.addPage(new PDPage());
            }
            assertTrue(sentence(saved(document), LabelFormat.PDF).contains("1001 pages"));
        }
    }

    @Test
    void aPdfWithAPictureThatWouldFillTheMemoryIsRefused() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
            PDImageXObject image = LosslessFactory.createFromImage(document, dot);
            image.getCOSObject().setInt(COSName.WIDTH, 60_000);
            image.getCOSObject().setInt(COSName.HEIGHT, 60_000);
            try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(image, 0, 0, 200, 200);
            }
            assertTrue(sentence(saved(document), LabelFormat.PDF).contains("pixels"));
        }
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedUnread() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "gif", bytes);
        byte[] gif = bytes.toByteArray();
        // The logical screen and the picture's own size (GIF89a, sections 18 and 20).
        ByteBuffer.wrap(gif).putInt(6, 0xffffffff);
        int descriptor = indexOf(gif, (byte) 0x2c);
        ByteBuffer.wrap(gif).putInt(descriptor + 5, 0xffffffff);
        assertTrue(sentence(gif, LabelFormat.GIF).contains("65535 by 65535"));
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        int at = 13 + 3 * (2 << (bytes[10] & 7));
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "\u0089PNG\r\n\u001a\n\0\0", "\u00ff\u00d8\u00ff\u00e0"})
    void aBrokenPictureIsSaidToBeDamaged(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(sentence(bytes, LabelFormat.PNG).startsWith("The picture is"));
    }
}

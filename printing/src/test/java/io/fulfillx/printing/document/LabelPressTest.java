package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import java.nio.ByteBuffer;
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

    private static byte[] zpl(String number) {
        String label = "^XA^FO40,500^BY2^BCN,200,N^FD%s^FS^XZ".formatted(number);
        return label.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] both(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    @Test
    void zplPassesAsItIsLabelByLabel() {
        byte[] two = both(zpl(NUMBER), zpl("OTHER12345"));
        Pressed pressed =
                assertInstanceOf(Pressed.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, two));
        assertEquals(2, pressed.labels().size());
        assertArrayEquals(zpl(NUMBER), pressed.labels().getFirst());
        assertArrayEquals(zpl("OTHER12345"), pressed.labels().getLast());
    }

    @Test
    void zplOfAnotherParcelIsRefused() {
        assertInstanceOf(
                Refused.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, zpl("OTHER12345")));
    }

    @Test
    void zplWithoutAnythingToReadPasses() {
        byte[] plain = "^XA^FO40,40^GB300,300,8^FS^XZ".getBytes(StandardCharsets.US_ASCII);
        assertInstanceOf(Pressed.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, plain));
    }

    @Test
    void zplThatSetsThePrinterIsDrawnInstead() {
        byte[] unsafe = both("~JSN".getBytes(StandardCharsets.US_ASCII), zpl(NUMBER));
        Pressed pressed =
                assertInstanceOf(Pressed.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, unsafe));
        String sent = new String(pressed.labels().getFirst(), StandardCharsets.ISO_8859_1);
        assertFalse(sent.contains("~JS"), sent);
        assertTrue(sent.contains("^GF"), sent);
    }

    @Test
    void zplIsDrawnForAPrinterOfAnotherLanguage() {
        Pressed pressed =
                assertInstanceOf(
                        Pressed.class, press(LabelLanguage.TSPL, LabelFormat.ZPL, zpl(NUMBER)));
        assertEquals(NUMBER, Scanned.code128(pressed.pictures().getFirst()));
        assertTrue(
                new String(pressed.labels().getFirst(), StandardCharsets.ISO_8859_1)
                        .contains("SIZE"));
    }

    @Test
    void everyCopyIsALabel() {
        byte[] three =
                "^XA^PQ3^FO40,500^BY2^BCN,200,N^FD%s^FS^XZ"
                        .formatted(NUMBER)
                        .getBytes(StandardCharsets.US_ASCII);
        Pressed pressed =
                assertInstanceOf(Pressed.class, press(LabelLanguage.ZPL, LabelFormat.ZPL, three));
        assertEquals(3, pressed.labels().size());
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

package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.PageForm;
import io.fulfillx.printing.sheet.SamplePages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfLabelsTest {
    private static final List<String> NUMBERS =
            List.of("JJD1430000000001", "JJD1430000000002", "JJD1430000000003", "JJD1430000000004");

    /** One page of each form at 203 dpi, drawn once. */
    private final Map<PageForm, List<Bitmap>> drawn = new EnumMap<>(PageForm.class);

    private List<Bitmap> labels(PageForm form) throws Exception {
        List<Bitmap> known = drawn.get(form);
        if (known == null) {
            known = labels(form, form.labels(), Dpi.DPI_203);
            drawn.put(form, known);
        }
        return known;
    }

    private static List<Bitmap> labels(PageForm form, int count, Dpi dpi) throws Exception {
        byte[] pdf = SamplePages.pdf(form, NUMBERS.subList(0, count));
        return LabelPages.read(pdf, LabelFormat.PDF, Media.FOUR_BY_SIX, dpi);
    }

    @ParameterizedTest
    @EnumSource
    void everyLabelOfEveryFormIsFoundInOrderAndFillsItsMedia(PageForm form) throws Exception {
        List<Bitmap> labels = labels(form);
        assertEquals(
                NUMBERS.subList(0, form.labels()), labels.stream().map(Scanned::code128).toList());
        for (Bitmap label : labels) {
            assertEquals(812, label.width());
            assertEquals(1219, label.height());
            Box ink = Scanned.ink(label);
            assertTrue(ink.width() > 680 && ink.height() > 1000, ink.toString());
        }
    }

    @Test
    void allPagesAreRead() throws Exception {
        List<Bitmap> labels = labels(PageForm.FOUR_BY_SIX, 2, Dpi.DPI_203);
        assertEquals(NUMBERS.subList(0, 2), labels.stream().map(Scanned::code128).toList());
    }

    @ParameterizedTest
    @EnumSource(Dpi.class)
    void theLabelIsAsLargeAtEveryResolution(Dpi dpi) throws Exception {
        Bitmap label =
                dpi == Dpi.DPI_203
                        ? labels(PageForm.FOUR_BY_SIX).getFirst()
                        : labels(PageForm.FOUR_BY_SIX, 1, dpi).getFirst();
        assertEquals("JJD1430000000001", Scanned.code128(label));
        // The uppermost thick rule spans 272 of 288 points.
        double millimeters = dpi.micrometers(Scanned.ink(label).width()) / 1000.0;
        assertEquals(272 * 25.4 / 72, millimeters, 0.2);
    }

    @Test
    void aLabelThatFitsKeepsItsSizeAndPlace() throws Exception {
        Bitmap upright = labels(PageForm.FOUR_BY_SIX).getFirst();
        // Rules start 8 points from the left edge.
        assertEquals(8 * 8 * 25.4 / 72, Scanned.ink(upright).left(), 1);
        assertEquals(upright, labels(PageForm.ROTATED).getFirst());
    }

    @Test
    void aLyingLabelIsTurnedUpright() throws Exception {
        Box upright = Scanned.ink(labels(PageForm.FOUR_BY_SIX).getFirst());
        Box turned = Scanned.ink(labels(PageForm.LYING).getFirst());
        assertEquals(upright.left(), turned.left(), 1);
        assertEquals(upright.top(), turned.top(), 1);
        assertEquals(upright.bottom(), turned.bottom(), 1);
    }

    @Test
    void instructionsAndReceiptsStayBehind() throws Exception {
        Bitmap alone = labels(PageForm.FOUR_BY_SIX).getFirst();
        for (PageForm form :
                List.of(
                        PageForm.A4_CORNER,
                        PageForm.LETTER_UPPER_HALF,
                        PageForm.LETTER_BORDER,
                        PageForm.TEAR_OFF)) {
            Bitmap label = labels(form).getFirst();
            assertEquals(alone.blackDots(), label.blackDots(), 0.02 * alone.blackDots(), "" + form);
        }
    }

    @Test
    void aLargeLabelIsScaledAlikeInBothDirectionsInsideTheMargins() throws Exception {
        Box ink = Scanned.ink(labels(PageForm.A4_UPPER_HALF).getFirst());
        assertEquals(125.0 / 180, (double) ink.width() / ink.height(), 0.005);
        assertTrue(ink.top() >= 7 && ink.bottom() <= 1219 - 7, ink.toString());
    }

    @Test
    void smallerMediaTakeTheSameLabelSmaller() throws Exception {
        byte[] pdf = SamplePages.pdf(PageForm.A6, NUMBERS.subList(0, 1));
        Bitmap label =
                LabelPages.read(pdf, LabelFormat.PDF, Media.parse("80x120mm"), Dpi.DPI_203)
                        .getFirst();
        assertEquals("JJD1430000000001", Scanned.code128(label));
        assertTrue(Scanned.ink(label).width() < label.width(), label.toString());
    }

    @Test
    void aPhotoIsDitheredAndBarsAreNot() throws Exception {
        Bitmap label = labels(PageForm.PHOTO).getFirst();
        Bitmap photo = label.crop(580, 185, 200, 200);
        assertEquals(0.5, photo.blackDots() / 40_000.0, 0.12);
        assertTrue(changes(photo, 100) > 60, "soft shades become a pattern");
        Bitmap bars = label.crop(40, 750, 400, 190);
        assertEquals(bars.crop(0, 0, 400, 1), bars.crop(0, 189, 400, 1));
    }

    private static int changes(Bitmap picture, int y) {
        int changes = 0;
        for (int x = 1; x < picture.width(); x++) {
            changes += picture.get(x, y) != picture.get(x - 1, y) ? 1 : 0;
        }
        return changes;
    }
}

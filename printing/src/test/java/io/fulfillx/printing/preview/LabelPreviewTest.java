package io.fulfillx.printing.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What an encoder made of a picture, drawn again. */
class LabelPreviewTest {
    private static final Media SMALL = Media.parse("30x20mm");
    private static final PreviewSettings CANVAS = new PreviewSettings(Dpi.DPI_203, 240, 160);

    static Stream<Arguments> languagesAndForms() {
        return Arrays.stream(LabelLanguage.values())
                .flatMap(
                        language ->
                                Arrays.stream(RasterForm.values())
                                        .map(form -> Arguments.of(language, form)));
    }

    private static Bitmap picture(long seed) {
        Random random = new Random(seed);
        Bitmap picture = new Bitmap(240, 160);
        for (int i = 0; i < 12; i++) {
            picture.fill(
                    random.nextInt(240),
                    random.nextInt(160),
                    1 + random.nextInt(90),
                    1 + random.nextInt(30),
                    random.nextInt(3) != 0);
        }
        return picture;
    }

    @ParameterizedTest
    @MethodSource("languagesAndForms")
    void theDotsAreThoseThatWereEncoded(LabelLanguage language, RasterForm form) {
        LabelSetup setup = LabelSetup.of(SMALL, Dpi.DPI_203).withForm(form);
        for (int seed = 0; seed < 20; seed++) {
            Bitmap picture = picture(seed);
            byte[] label = language.encoder().encode(picture, setup);
            List<RenderedLabel> labels = LabelPreview.of(language).render(label, CANVAS);
            assertEquals(1, labels.size());
            assertEquals(List.of(), labels.getFirst().warnings());
            assertEquals(picture, labels.getFirst().picture(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWhiteLabelComesOutToo(LabelLanguage language) {
        Bitmap white = new Bitmap(240, 160);
        byte[] label = language.encoder().encode(white, LabelSetup.of(SMALL, Dpi.DPI_203));
        List<RenderedLabel> labels = LabelPreview.of(language).render(label, CANVAS);
        assertEquals(List.of(white), labels.stream().map(RenderedLabel::picture).toList());
    }

    @ParameterizedTest
    @EnumSource
    void noBytesCanBreakIt(LabelLanguage language) {
        Random random = new Random(3);
        byte[] label =
                language.encoder()
                        .encode(picture(1), LabelSetup.of(SMALL, Dpi.DPI_203).withCopies(2));
        for (int round = 0; round < 100; round++) {
            byte[] broken = label.clone();
            for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            for (RenderedLabel drawn : LabelPreview.of(language).render(broken, CANVAS)) {
                assertEquals(true, drawn.copies() > 0);
            }
        }
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        LabelPreview.of(language).render(noise, CANVAS);
    }
}

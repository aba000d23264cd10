package io.fulfillx.printing.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** Our own labels, as each language builds them, drawn again. */
class BuilderDrawingTest {
    private static final LabelSetup SETUP = LabelSetup.of(Media.parse("60x50mm"), Dpi.DPI_203);
    private static final PreviewSettings CANVAS = new PreviewSettings(Dpi.DPI_203, 480, 400);

    @ParameterizedTest
    @EnumSource
    void everythingBuiltStandsOnTheLabel(LabelLanguage language) {
        byte[] bytes =
                language.builder(SETUP)
                        .text(20, 10, 30, "Hall 7")
                        .line(20, 50, 440, 4)
                        .barcode(40, 80, Barcode.code128("FX-10427", 2, 100))
                        .barcode(40, 220, Barcode.qrCode("tote 17", 5))
                        .bytes();
        List<RenderedLabel> labels = LabelPreview.of(language).render(bytes, CANVAS);
        assertEquals(1, labels.size());
        Bitmap picture = labels.getFirst().picture();
        assertEquals(List.of(), labels.getFirst().warnings());
        assertTrue(picture.crop(20, 5, 200, 40).blackDots() > 200);
        assertEquals(440 * 4, picture.crop(0, 48, 480, 10).blackDots());
        assertEquals(
                List.of("FX-10427", "tote 17"),
                SymbolReaders.best().read(picture).stream().map(Symbol::payload).toList());
        assertEquals(0, picture.crop(0, 182, 480, 36).blackDots());
        // ZPL itself puts it ten dots lower.
        int top = language == LabelLanguage.ZPL ? 230 : 220;
        assertTrue(picture.crop(40, top, 7, 1).blackDots() >= 5);
    }
}

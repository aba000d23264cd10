package io.fulfillx.printing.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.symbol.SymbolReaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text, bar codes and lines in the languages' own commands. */
class NativeDrawingTest {
    private static final PreviewSettings CANVAS = new PreviewSettings(Dpi.DPI_203, 400, 300);

    private static String label(LabelLanguage language) {
        return switch (language) {
            case EPL ->
                    """
                    N
                    q400
                    Q300,24
                    A20,10,0,4,1,1,N,"Hall 7, row \\"B\\""
                    B60,60,0,1,2,2,100,N,"FX-10427"
                    LO20,200,300,4
                    P1
                    """;
            case TSPL ->
                    """
                    SIZE 50 mm,37.5 mm
                    CLS
                    TEXT 20,10,"3",0,1,1,"Hall 7, row B"
                    BARCODE 60,60,"128",100,0,0,2,2,"FX-10427"
                    BAR 20,200,300,4
                    PRINT 1,1
                    """;
            case CPCL ->
                    """
                    ! 0 200 200 300 1
                    PAGE-WIDTH 400
                    TEXT 7 0 20 10 Hall 7, row B
                    BARCODE 128 2 1 100 60 60 FX-10427
                    LINE 20 200 320 200 4
                    FORM
                    PRINT
                    """;
            case ZPL, ESCPOS -> throw new IllegalArgumentException("not of lines");
        };
    }

    private static List<RenderedLabel> drawn(LabelLanguage language, String text) {
        byte[] document = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return LabelPreview.of(language).render(document, CANVAS);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ZPL", "ESCPOS"})
    void barsCanBeReadTextHasInkAndLinesStandWhereTheyShould(LabelLanguage language) {
        RenderedLabel label = drawn(language, label(language)).getFirst();
        Bitmap picture = label.picture();
        assertEquals(List.of(), label.warnings());
        assertEquals(400, picture.width());
        assertEquals(300, picture.height());
        assertTrue(picture.crop(20, 5, 200, 40).blackDots() > 300);
        assertEquals(300 * 4, picture.crop(0, 180, 400, 60).blackDots());
        assertEquals(
                List.of("FX-10427"),
                SymbolReaders.best().read(picture).stream()
                        .map(symbol -> symbol.payload())
                        .toList());
    }

    @Test
    void aStoredFormOfEplIsFilledIn() {
        String form = "FS\"TOTE\"\nV00,20,N,\"\"\nB60,60,0,1,2,2,100,N,V00\nFE\n";
        String fill = "N\nq400\nQ300,24\nFR\"TOTE\"\n?\nT-0815\nP1\n";
        List<RenderedLabel> labels = drawn(LabelLanguage.EPL, form + fill);
        assertEquals(1, labels.size());
        assertEquals(
                "T-0815",
                SymbolReaders.best().read(labels.getFirst().picture()).getFirst().payload());
    }

    @Test
    void turnedTextStaysInItsPlace() {
        String text = "N\nq400\nQ300,24\nA200,50,1,4,1,1,N,\"WEST\"\nP1\n";
        Bitmap picture = drawn(LabelLanguage.EPL, text).getFirst().picture();
        assertEquals(picture.blackDots(), picture.crop(176, 50, 26, 70).blackDots());
        assertTrue(picture.blackDots() > 100);
    }
}

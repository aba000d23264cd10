package io.fulfillx.printing.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.preview.LabelPreview;
import io.fulfillx.printing.preview.LabelRenderer;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.OwnLabels.SlipLine;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

class OwnLabelsTest {
    private static final LabelSetup SHELF = LabelSetup.of(new Media(100_000, 50_000), Dpi.DPI_203);
    private static final LabelSetup LARGE = LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203);
    private static final Sscc PLATE = Sscc.of(0, "4012345", 17);

    private static LabelRenderer renderer(LabelLanguage language) {
        return language == LabelLanguage.ZPL ? new ZplRenderer() : LabelPreview.of(language);
    }

    private static List<String> codes(LabelLanguage language, LabelSetup setup, byte[] label) {
        int width = setup.media().widthDots(setup.dpi());
        int height = setup.media().heightDots(setup.dpi());
        Bitmap page =
                renderer(language)
                        .render(label, new PreviewSettings(setup.dpi(), width, height))
                        .getFirst()
                        .picture();
        return SymbolReaders.best().read(page).stream().map(Symbol::payload).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = LabelLanguage.class,
            names = {"ZPL", "ESCPOS"})
    void theCodeOfAToteIsRead(LabelLanguage language) {
        byte[] label = OwnLabels.tote(language, SHELF, new ToteCode("17"));
        assertEquals(List.of("FXT17"), codes(language, SHELF, label));
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void theCodeOfAPlateIsRead(LabelLanguage language) {
        byte[] label =
                OwnLabels.sscc(
                        language, LARGE, PLATE, List.of("We"), List.of("Them", "1 Long Street"));
        assertEquals(List.of("00" + PLATE.digits()), codes(language, LARGE, label));
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void aLabelWithPlainTextIsSmall(LabelLanguage language) {
        byte[] label = OwnLabels.location(language, SHELF, new LocationCode("A0103"), "A-01-03");
        int most = language == LabelLanguage.ESCPOS ? 40_000 : 400;
        assertTrue(label.length < most, language + ": " + label.length);
    }

    @Test
    void aSlipTellsHowManyLinesItLeavesOut() {
        List<SlipLine> lines = Collections.nCopies(100, new SlipLine(2, "MUG-1", "Mug, white"));
        String label =
                new String(
                        OwnLabels.packingSlip(LabelLanguage.EPL, LARGE, "1001", lines),
                        StandardCharsets.US_ASCII);
        long shown = label.lines().filter(line -> line.contains("MUG-1")).count();
        assertTrue(shown > 10 && label.contains("and " + (100 - shown) + " more lines"), label);
    }

    @Test
    void theCheckDigitOfAnSsccIsMadeAndChecked() {
        assertEquals("106141411234567897", Sscc.of(1, "0614141", 123456789).digits());
        assertThrows(IllegalArgumentException.class, () -> new Sscc("106141411234567890"));
        assertThrows(IllegalArgumentException.class, () -> Sscc.of(0, "0614141", 12345678901L));
    }
}

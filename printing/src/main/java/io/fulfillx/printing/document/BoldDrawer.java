package io.fulfillx.printing.document;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

import java.io.IOException;
import java.util.Locale;

/**
 * Thickens bold words whose font is not in the document: the only font that is always at hand is a
 * regular one, and routing codes must not come out thin.
 */
final class BoldDrawer extends PageDrawer {
    /** Bold stems are about so much of the font size wider than regular ones. */
    private static final float WIDER = 0.045f;

    private BoldDrawer(PageDrawerParameters parameters) throws IOException {
        super(parameters);
    }

    static PDFRenderer renderer(PDDocument document) {
        return new PDFRenderer(document) {
            @Override
            protected PageDrawer createPageDrawer(PageDrawerParameters parameters)
                    throws IOException {
                return new BoldDrawer(parameters);
            }
        };
    }

    @Override
    protected void showFontGlyph(Matrix text, PDFont font, int code, Vector displacement)
            throws IOException {
        PDGraphicsState outer = getGraphicsState();
        boolean filled = outer.getTextState().getRenderingMode() == RenderingMode.FILL;
        if (!filled || !standsInForBold(font)) {
            super.showFontGlyph(text, font, code, displacement);
            return;
        }
        saveGraphicsState();
        try {
            PDGraphicsState state = getGraphicsState();
            float size = state.getTextState().getFontSize() * getTextMatrix().getScalingFactorY();
            state.setLineWidth(Math.abs(size) * WIDER);
            state.setStrokingColorSpace(outer.getNonStrokingColorSpace());
            state.setStrokingColor(outer.getNonStrokingColor());
            state.getTextState().setRenderingMode(RenderingMode.FILL_STROKE);
            super.showFontGlyph(text, font, code, displacement);
        } finally {
            restoreGraphicsState();
        }
    }

    private static boolean standsInForBold(PDFont font) throws IOException {
        if (font.isEmbedded() || !bold(font.getName())) {
            return false;
        }
        return switch (font) {
            case PDType1Font type1 -> !bold(type1.getFontBoxFont().getName());
            case PDTrueTypeFont trueType -> !bold(trueType.getTrueTypeFont().getName());
            default -> false;
        };
    }

    private static boolean bold(String name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT).contains("bold");
    }
}

package io.fulfillx.backend.lab;

import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelBuilder;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.graphics.Rectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Draws a label of 4 x 6 inches: as ZPL for 203 dpi, and as one page of PDF. */
final class LabelPages {
    private static final int WIDTH = 812;
    private static final int HEIGHT = 1218;

    /** Dots at 203 dpi to PDF points at 72 per inch. */
    private static final float SCALE = 72f / 203f;

    private LabelPages() {}

    static byte[] zpl(LabelFace face) {
        LabelBuilder label =
                LabelLanguage.ZPL.builder(LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203));
        label.box(10, 10, 792, 1198, 4);
        addLines(label, face.fromLines(), 30, 30, 24, 44);
        label.text(560, 30, 30, face.weight());
        label.box(10, 200, 792, 4, 4);
        label.text(30, 222, 64, face.banner());
        label.box(10, 300, 792, 4, 4);
        label.text(30, 316, 24, "SHIP TO");
        addLines(label, face.toLines(), 60, 350, 40, 30);
        label.box(10, 640, 792, 4, 4);
        code(label, 60, 664, 110, face.routing());
        label.box(10, 830, 792, 4, 4);
        label.text(30, 846, 28, "TRACKING #");
        code(label, 60, 886, 200, face.trackingNumber());
        label.box(10, 1140, 792, 4, 4);
        return label.text(30, 1158, 26, LabelFace.cut(face.reference(), 56)).bytes();
    }

    /** Bars with their text below. */
    private static void code(LabelBuilder label, int x, int y, int height, String text) {
        label.barcode(x, y, Barcode.code128(text, 3, height));
        label.text(x, y + height + 6, 24, text);
    }

    private static void addLines(
            LabelBuilder label, List<String> lines, int x, int y, int height, int maxLength) {
        int top = y;
        for (String line : lines) {
            label.text(x, top, height, LabelFace.cut(line, maxLength));
            top += height + height / 6;
        }
    }

    static byte[] pdf(LabelFace face) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(new PDRectangle(288, 432));
            document.addPage(page);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                draw(ink, face);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PDPageContentStream ink, LabelFace face) throws IOException {
        PDFont plain = new PDType1Font(FontName.HELVETICA);
        PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        drawLines(ink, plain, face.fromLines(), 30, 30, 24);
        text(ink, plain, 560, 30, 30, face.weight());
        rule(ink, 200);
        text(ink, bold, 30, 222, 64, face.banner());
        rule(ink, 300);
        text(ink, plain, 30, 316, 24, "SHIP TO");
        drawLines(ink, bold, face.toLines(), 60, 350, 40);
        rule(ink, 640);
        barcode(ink, plain, 60, 664, 110, face.routing());
        rule(ink, 830);
        text(ink, plain, 30, 846, 28, "TRACKING #");
        barcode(ink, plain, 60, 886, 200, face.trackingNumber());
        rule(ink, 1140);
        text(ink, plain, 30, 1158, 26, LabelFace.cut(face.reference(), 56));
    }

    private static void drawLines(
            PDPageContentStream ink, PDFont font, List<String> lines, int x, int y, int height)
            throws IOException {
        int top = y;
        for (String line : lines) {
            text(ink, font, x, top, height, line);
            top += height + height / 6;
        }
    }

    private static void rule(PDPageContentStream ink, int y) throws IOException {
        ink.addRect(10 * SCALE, (HEIGHT - y) * SCALE, 792 * SCALE, 4 * SCALE);
        ink.fill();
    }

    private static void text(
            PDPageContentStream ink, PDFont font, int x, int y, int height, String text)
            throws IOException {
        String shown = drawable(font, text);
        float size = height * SCALE;
        float room = (WIDTH - x - 20) * SCALE;
        float width = font.getStringWidth(shown) / 1000 * size;
        ink.beginText();
        ink.setFont(font, width > room ? size * room / width : size);
        ink.newLineAtOffset(x * SCALE, (HEIGHT - y - height * 0.8f) * SCALE);
        ink.showText(shown);
        ink.endText();
    }

    /** The built-in fonts know Latin letters only; the ZPL label carries the others. */
    private static String drawable(PDFont font, String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .mapToObj(Character::toString)
                .forEach(letter -> shown.append(isDrawable(font, letter) ? letter : "?"));
        return shown.toString();
    }

    private static boolean isDrawable(PDFont font, String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    private static void barcode(
            PDPageContentStream ink, PDFont font, int x, int y, int height, String content)
            throws IOException {
        Code128 code = new Code128();
        code.setContent(content);
        float module = 3 * SCALE;
        for (Rectangle bar : code.getRectangles()) {
            ink.addRect(
                    x * SCALE + (float) bar.x * module,
                    (HEIGHT - y - height) * SCALE,
                    (float) bar.width * module,
                    height * SCALE);
        }
        ink.fill();
        text(ink, font, x, y + height + 6, 24, content);
    }
}

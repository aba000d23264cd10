package io.fulfillx.printing.sheet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Rectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Command barcodes on A4, two columns of big Code 128 to be read at arm's length. */
public final class CommandSheet {
    private static final float MARGIN = 36;
    private static final float TITLE_POINTS = 18;
    private static final float CODE_POINTS = 9;
    private static final float BAR_HEIGHT = 54;
    private static final float GAP = 24;

    /** 0.5 mm bars where the column allows; scanners read those from more than half a metre. */
    private static final float WIDEST_MODULE = 1.42f;

    /** Code 128 wants ten modules of white on both sides. */
    private static final int QUIET_MODULES = 10;

    private static final int COLUMNS = 2;
    private static final int ROWS = 6;

    private final PDDocument document = new PDDocument();
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDFont plain = new PDType1Font(FontName.COURIER);

    /** One barcode with the words above it (Latin letters; others are shown as {@code ?}). */
    public record Entry(String title, String code) {}

    private CommandSheet() {}

    /**
     * Lays the entries out row by row, twelve to a page.
     *
     * @throws IllegalArgumentException when there is no entry, or a code is not printable ASCII
     */
    public static byte[] pdf(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a sheet needs at least one barcode");
        }
        CommandSheet sheet = new CommandSheet();
        try (PDDocument document = sheet.document) {
            for (int from = 0; from < entries.size(); from += COLUMNS * ROWS) {
                int to = Math.min(entries.size(), from + COLUMNS * ROWS);
                sheet.page(entries.subList(from, to));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(List<Entry> entries) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        float cellWidth = (PDRectangle.A4.getWidth() - 2 * MARGIN) / COLUMNS;
        float cellHeight = (PDRectangle.A4.getHeight() - 2 * MARGIN) / ROWS;
        try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
            for (int i = 0; i < entries.size(); i++) {
                int row = i / COLUMNS;
                float left = MARGIN + i % COLUMNS * cellWidth;
                float top = PDRectangle.A4.getHeight() - MARGIN - row * cellHeight;
                cell(canvas, entries.get(i), left, top, cellWidth - GAP);
            }
        }
    }

    private void cell(PDPageContentStream canvas, Entry entry, float left, float top, float width)
            throws IOException {
        float baseline = top - TITLE_POINTS;
        float bars = baseline - TITLE_POINTS / 2 - BAR_HEIGHT;
        write(canvas, bold, fitting(bold, entry.title(), width), left, baseline, entry.title());
        bars(canvas, entry.code(), left, bars, width);
        write(canvas, plain, CODE_POINTS, left, bars - CODE_POINTS - 2, entry.code());
    }

    private static float fitting(PDFont font, String text, float width) throws IOException {
        float natural = font.getStringWidth(printable(text)) / 1000 * TITLE_POINTS;
        return natural <= width ? TITLE_POINTS : TITLE_POINTS * width / natural;
    }

    private static void write(
            PDPageContentStream canvas, PDFont font, float points, float x, float y, String text)
            throws IOException {
        canvas.beginText();
        canvas.setFont(font, points);
        canvas.newLineAtOffset(x, y);
        canvas.showText(printable(text));
        canvas.endText();
    }

    /** The built-in fonts know Latin-1 only. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~\u00a1-\u00ff]", "?");
    }

    private static void bars(
            PDPageContentStream canvas, String code, float left, float bottom, float width)
            throws IOException {
        if (!code.matches("[ -~]{1,40}")) {
            throw new IllegalArgumentException("1 to 40 printable ASCII characters: " + code);
        }
        Code128 symbol = new Code128();
        symbol.setModuleWidth(1);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(code);
        int modules = symbol.getWidth() + 2 * QUIET_MODULES;
        float module = Math.min(WIDEST_MODULE, width / modules);
        for (Rectangle bar : symbol.getRectangles()) {
            float x = left + (float) bar.x * module;
            canvas.addRect(x, bottom, (float) bar.width * module, BAR_HEIGHT);
        }
        canvas.fill();
    }
}

package io.fulfillx.printing.sheet;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.IOException;

/** What stands on a sheet beside the label. */
final class SampleText {
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);

    private static final String LINE =
            "Fold the sheet along the line and put it into a clear pouch on the parcel.";

    private SampleText() {}

    static void write(
            PDPageContentStream canvas, PDFont font, float size, float x, float y, String text)
            throws IOException {
        canvas.beginText();
        canvas.setFont(font, size);
        canvas.newLineAtOffset(x, y);
        canvas.showText(text);
        canvas.endText();
    }

    static void cutLine(PDPageContentStream canvas, float left, float y, float width)
            throws IOException {
        canvas.saveGraphicsState();
        canvas.setLineWidth(0.6f);
        canvas.setLineDashPattern(new float[] {8, 5}, 0);
        canvas.moveTo(left, y);
        canvas.lineTo(left + width, y);
        canvas.stroke();
        canvas.restoreGraphicsState();
    }

    static void instructions(PDPageContentStream canvas, float left, float top, int lines)
            throws IOException {
        write(canvas, PLAIN, 14, left, top, "How to use this label");
        for (int i = 0; i < lines; i++) {
            write(canvas, PLAIN, 10, left, top - 24 - i * 16, i + 1 + ". " + LINE);
        }
    }

    static void heading(PDPageContentStream canvas, float left, float baseline) throws IOException {
        write(canvas, PLAIN, 20, left, baseline, "Your label is ready to print");
    }

    static void receipt(PDPageContentStream canvas, float left, float top, String number)
            throws IOException {
        write(canvas, PLAIN, 12, left, top, "Receipt for the sender");
        write(canvas, PLAIN, 9, left, top - 20, "Number " + number);
        for (int i = 0; i < 6; i++) {
            write(canvas, PLAIN, 9, left, top - 36 - i * 14, "Weight, date and place, line " + i);
        }
    }
}

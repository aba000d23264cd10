package io.fulfillx.printing.sheet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.util.Matrix;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A made-up carrier label, drawn upright from its lower left corner. */
final class SampleLabel {
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);

    /** The drawing is laid out for 4 by 6 inches and scaled to the size wanted. */
    private static final float WIDTH = 288;

    private static final float HEIGHT = 432;

    /** A module of the tracking bars in points: 0.25 mm. */
    private static final float MODULE = 0.25f * 72 / 25.4f;

    private static final int PHOTO_PIXELS = 240;

    private final PDDocument document;
    private final PDPageContentStream canvas;
    private final Matrix place;
    private boolean framed;
    private boolean photo;

    SampleLabel(
            PDDocument document,
            PDPageContentStream canvas,
            Matrix place,
            float width,
            float height) {
        this.document = document;
        this.canvas = canvas;
        this.place = place.clone();
        this.place.concatenate(Matrix.getScaleInstance(width / WIDTH, height / HEIGHT));
    }

    SampleLabel framed() {
        framed = true;
        return this;
    }

    SampleLabel photo(boolean with) {
        photo = with;
        return this;
    }

    void draw(String number) throws IOException {
        canvas.saveGraphicsState();
        canvas.transform(place);
        if (framed) {
            canvas.setLineWidth(1);
            canvas.addRect(0.5f, 0.5f, WIDTH - 1, HEIGHT - 1);
            canvas.stroke();
        }
        addresses();
        rules();
        bars(code128(number), 20, 95, 75, MODULE);
        SampleText.write(canvas, PLAIN, 11, 20, 80, number);
        DataMatrix square = new DataMatrix();
        square.setContent("ROUTE" + number);
        bars(square, 205, 215, 0, 2.2f);
        if (photo) {
            photo();
        }
        SampleText.write(canvas, PLAIN, 6, 12, 12, "Made up; no carrier takes this. 2026");
        canvas.restoreGraphicsState();
    }

    /** The tracking bars alone. */
    void bars(String number) throws IOException {
        canvas.saveGraphicsState();
        canvas.transform(place);
        bars(code128(number), 20, 95, 75, MODULE);
        canvas.restoreGraphicsState();
    }

    private void addresses() throws IOException {
        SampleText.write(canvas, PLAIN, 7, 12, 415, "From: Fulfil GmbH, Lagerweg 4, 20457 Hamburg");
        SampleText.write(canvas, BOLD, 26, 215, 395, "E 30");
        SampleText.write(canvas, PLAIN, 9, 12, 370, "TO");
        SampleText.write(canvas, BOLD, 14, 30, 350, "Erika Mustermann");
        SampleText.write(canvas, BOLD, 14, 30, 333, "Heidestr. 17");
        SampleText.write(canvas, BOLD, 18, 30, 310, "51147 Köln");
        SampleText.write(canvas, PLAIN, 9, 12, 250, "Weight 2.4 kg");
        SampleText.write(canvas, PLAIN, 9, 12, 236, "Ref 4711-0815");
        SampleText.write(canvas, BOLD, 20, 12, 196, "PARCEL");
    }

    private void rules() throws IOException {
        canvas.addRect(8, 285, WIDTH - 16, 2);
        canvas.addRect(8, 185, WIDTH - 16, 4);
        canvas.addRect(8, 65, WIDTH - 16, 4);
        canvas.fill();
    }

    private static Code128 code128(String number) {
        Code128 symbol = new Code128();
        symbol.setModuleWidth(1);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(number);
        return symbol;
    }

    private void bars(Symbol symbol, float left, float bottom, float barHeight, float module)
            throws IOException {
        for (Rectangle bar : symbol.getRectangles()) {
            float height = barHeight > 0 ? barHeight : (float) (bar.height * module);
            float low =
                    barHeight > 0
                            ? bottom
                            : bottom + (float) ((symbol.getHeight() - bar.y - bar.height) * module);
            canvas.addRect(left + (float) bar.x * module, low, (float) bar.width * module, height);
        }
        canvas.fill();
    }

    /** A colored word on its ground, and a picture with soft shades. */
    private void photo() throws IOException {
        canvas.setNonStrokingColor(new Color(245, 130, 20));
        SampleText.write(canvas, BOLD, 24, 190, 40, "QUICK");
        canvas.setNonStrokingColor(Color.BLACK);
        BufferedImage image =
                new BufferedImage(PHOTO_PIXELS, PHOTO_PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PHOTO_PIXELS; y++) {
            for (int x = 0; x < PHOTO_PIXELS; x++) {
                double wave = Math.sin(x / 25.0) * Math.cos(y / 32.0);
                int shade = (int) (128 + 60 * wave + 60.0 * (x - y) / PHOTO_PIXELS);
                image.setRGB(x, y, new Color(shade, shade, Math.min(255, shade + 20)).getRGB());
            }
        }
        canvas.drawImage(JPEGFactory.createFromImage(document, image, 0.8f), 205, 295, 72, 72);
    }

    /** Bars and words as 800 by 1200 black and white pixels, as services send them in GIF. */
    static BufferedImage picture(String number) {
        BufferedImage image = new BufferedImage(800, 1200, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 800, 1200);
        canvas.setColor(Color.BLACK);
        canvas.drawRect(4, 4, 791, 1191);
        canvas.fillRect(4, 400, 792, 6);
        canvas.fillRect(40, 60, 300, 40);
        canvas.fillRect(40, 140, 220, 40);
        for (Rectangle bar : code128(number).getRectangles()) {
            canvas.fillRect((int) (60 + bar.x * 2), 700, (int) (bar.width * 2), 240);
        }
        canvas.dispose();
        return image;
    }
}

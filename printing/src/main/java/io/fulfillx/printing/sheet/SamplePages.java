package io.fulfillx.printing.sheet;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Documents as carriers send them, made up, for tests and measurements. */
public final class SamplePages {
    private static final float POINTS_PER_MILLIMETER = 72 / 25.4f;

    private static final PDRectangle FOUR_BY_SIX = new PDRectangle(288, 432);

    private static final PDRectangle LYING = new PDRectangle(432, 288);

    private static final PDRectangle A4_LYING =
            new PDRectangle(297 * POINTS_PER_MILLIMETER, 210 * POINTS_PER_MILLIMETER);

    private final PDDocument document = new PDDocument();

    private SamplePages() {}

    /**
     * A PDF with as many pages as the tracking numbers fill.
     *
     * @throws IllegalArgumentException when the last page would not be full
     */
    public static byte[] pdf(PageForm form, List<String> trackingNumbers) {
        if (trackingNumbers.isEmpty() || trackingNumbers.size() % form.labels() != 0) {
            throw new IllegalArgumentException(form + " takes " + form.labels() + " a page");
        }
        SamplePages pages = new SamplePages();
        try (PDDocument document = pages.document) {
            for (int i = 0; i < trackingNumbers.size(); i += form.labels()) {
                pages.page(form, trackingNumbers.subList(i, i + form.labels()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(PageForm form, List<String> numbers) throws IOException {
        String number = numbers.getFirst();
        switch (form) {
            case FOUR_BY_SIX, PHOTO, PICTURE, ROTATED, LYING -> labelPage(form, number);
            case A6 -> {
                try (PDPageContentStream canvas = canvas(PDRectangle.A6)) {
                    label(canvas, Matrix.getTranslateInstance(12, 12), 273, 395)
                            .framed()
                            .draw(number);
                }
            }
            case A4_UPPER_HALF -> a4UpperHalf(number);
            case A4_CORNER -> a4Corner(number);
            case LETTER_UPPER_HALF -> letterUpperHalf(number);
            case A4_FOUR_UP -> {
                try (PDPageContentStream canvas = canvas(PDRectangle.A4)) {
                    for (int i = 0; i < numbers.size(); i++) {
                        Matrix place =
                                Matrix.getTranslateInstance(20 + i % 2 * 292, 445 - i / 2 * 421);
                        label(canvas, place, 263, 380).draw(numbers.get(i));
                    }
                }
            }
            case A4_RECEIPT -> a4Receipt(number);
            case LETTER_BORDER -> letterBorder(number);
            case TEAR_OFF -> {
                try (PDPageContentStream canvas = canvas(new PDRectangle(288, 576))) {
                    label(canvas, Matrix.getTranslateInstance(0, 144), 288, 432).draw(number);
                    SampleText.cutLine(canvas, 0, 140, 288);
                    SampleText.receipt(canvas, 20, 110, number);
                }
            }
            case A4_TWO_UP -> {
                try (PDPageContentStream canvas = canvas(A4_LYING)) {
                    label(canvas, Matrix.getTranslateInstance(30, 60), 288, 432).draw(number);
                    label(canvas, Matrix.getTranslateInstance(450, 60), 288, 432)
                            .draw(numbers.getLast());
                }
            }
            case LETTER_TWO_UP -> {
                try (PDPageContentStream canvas = canvas(PDRectangle.LETTER)) {
                    label(canvas, lying(90, 450, 432), 288, 432).framed().draw(number);
                    label(canvas, lying(90, 54, 432), 288, 432).framed().draw(numbers.getLast());
                }
            }
        }
    }

    private void labelPage(PageForm form, String number) throws IOException {
        boolean lying = form == PageForm.LYING || form == PageForm.ROTATED;
        try (PDPageContentStream canvas = canvas(lying ? LYING : FOUR_BY_SIX)) {
            Matrix place = lying ? lying(0, 0, 432) : new Matrix();
            if (form == PageForm.PICTURE) {
                BufferedImage picture = SampleLabel.picture(number);
                canvas.drawImage(
                        LosslessFactory.createFromImage(document, picture), 0, 0, 288, 432);
            } else {
                label(canvas, place, 288, 432).photo(form == PageForm.PHOTO).draw(number);
            }
        }
        if (form == PageForm.ROTATED) {
            document.getPage(document.getNumberOfPages() - 1).setRotation(90);
        }
    }

    private void a4UpperHalf(String number) throws IOException {
        float height = PDRectangle.A4.getHeight();
        try (PDPageContentStream canvas = canvas(PDRectangle.A4)) {
            float top = height - millimeters(12);
            Matrix place = lying(millimeters(15), top - millimeters(125), millimeters(180));
            label(canvas, place, millimeters(125), millimeters(180)).framed().draw(number);
            SampleText.cutLine(canvas, 0, height / 2, PDRectangle.A4.getWidth());
            SampleText.instructions(canvas, millimeters(15), height / 2 - 40, 14);
        }
    }

    private void a4Corner(String number) throws IOException {
        float height = PDRectangle.A4.getHeight();
        try (PDPageContentStream canvas = canvas(PDRectangle.A4)) {
            float bottom = height - millimeters(8) - 432;
            label(canvas, Matrix.getTranslateInstance(millimeters(8), bottom), 288, 432)
                    .draw(number);
            SampleText.receipt(canvas, millimeters(130), height - millimeters(25), number);
            SampleText.instructions(canvas, millimeters(15), bottom - 60, 16);
        }
    }

    private void letterUpperHalf(String number) throws IOException {
        float height = PDRectangle.LETTER.getHeight();
        try (PDPageContentStream canvas = canvas(PDRectangle.LETTER)) {
            label(canvas, lying(60, height - 330, 432), 288, 432).draw(number);
            SampleText.cutLine(canvas, 36, height / 2, PDRectangle.LETTER.getWidth() - 72);
            SampleText.instructions(canvas, 50, height / 2 - 36, 12);
        }
    }

    private void a4Receipt(String number) throws IOException {
        float height = PDRectangle.A4.getHeight();
        try (PDPageContentStream canvas = canvas(PDRectangle.A4)) {
            SampleText.heading(canvas, millimeters(15), height - millimeters(15));
            Matrix place = lying(millimeters(20), height - millimeters(130), millimeters(148));
            label(canvas, place, millimeters(105), millimeters(148)).framed().draw(number);
            SampleText.receipt(canvas, millimeters(15), height - millimeters(165), number);
            label(canvas, Matrix.getTranslateInstance(250, 150), 288, 432).bars(number);
        }
    }

    private void letterBorder(String number) throws IOException {
        float height = PDRectangle.LETTER.getHeight();
        float width = PDRectangle.LETTER.getWidth();
        try (PDPageContentStream canvas = canvas(PDRectangle.LETTER)) {
            canvas.addRect(18, 18, width - 36, height - 36);
            canvas.stroke();
            label(canvas, lying(60, height - 330, 432), 288, 432).draw(number);
            SampleText.instructions(canvas, 40, height - 330 - millimeters(8), 20);
        }
    }

    private PDPageContentStream canvas(PDRectangle size) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    private SampleLabel label(PDPageContentStream canvas, Matrix place, float width, float height) {
        return new SampleLabel(document, canvas, place, width, height);
    }

    /** Upright content so high, turned counterclockwise by a quarter: its top is at the left. */
    private static Matrix lying(float left, float bottom, float height) {
        return new Matrix(0, 1, -1, 0, left + height, bottom);
    }

    private static float millimeters(double length) {
        return (float) (length * POINTS_PER_MILLIMETER);
    }
}

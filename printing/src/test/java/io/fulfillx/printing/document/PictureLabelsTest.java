package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.sheet.PageForm;
import io.fulfillx.printing.sheet.SamplePages;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;

import javax.imageio.ImageIO;

class PictureLabelsTest {
    private static final String NUMBER = "1Z999AA10123456784";

    private static @Nullable Bitmap known;

    /** A label of 800 by 1200 dots, its ink up to the edges; nobody may change it. */
    private static synchronized Bitmap label() throws Exception {
        Bitmap label = known == null ? drawn() : known;
        known = label;
        return label;
    }

    private static Bitmap drawn() throws Exception {
        byte[] pdf = SamplePages.pdf(PageForm.FOUR_BY_SIX, List.of(NUMBER));
        Bitmap drawn =
                LabelPages.read(pdf, LabelFormat.PDF, Media.FOUR_BY_SIX, Dpi.DPI_203)
                        .getFirst()
                        .crop(6, 9, 800, 1200);
        drawn.fill(0, 0, 800, 3, true);
        drawn.fill(0, 1197, 800, 3, true);
        drawn.fill(0, 0, 3, 1200, true);
        drawn.fill(797, 0, 3, 1200, true);
        return drawn;
    }

    private static byte[] file(BufferedImage image, String kind) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, kind, bytes));
        return bytes.toByteArray();
    }

    private static Bitmap read(byte[] bytes, LabelFormat format, Dpi dpi) throws Exception {
        List<Bitmap> labels = LabelPages.read(bytes, format, Media.FOUR_BY_SIX, dpi);
        assertEquals(1, labels.size());
        return labels.getFirst();
    }

    @Test
    void aPictureThatFitsIsNotResampled() throws Exception {
        Bitmap label = label();
        Bitmap read = read(file(label.image(), "gif"), LabelFormat.GIF, Dpi.DPI_203);
        assertEquals(label, read.crop(6, 9, 800, 1200));
        assertEquals(label.blackDots(), read.blackDots());
    }

    @Test
    void aLyingPictureWithAWhiteStripIsTurnedAndNotResampled() throws Exception {
        Bitmap label = label();
        BufferedImage wide = new BufferedImage(1400, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = wide.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 1400, 800);
        canvas.drawImage(label.turned(3).image(), 0, 0, null);
        canvas.dispose();
        Bitmap read = read(file(wide, "gif"), LabelFormat.GIF, Dpi.DPI_203);
        assertEquals(label, read.crop(6, 9, 800, 1200));
    }

    @Test
    void aPictureOfOtherResolutionIsScaledToTheMedia() throws Exception {
        byte[] png = file(label().image(), "png");
        Bitmap read = read(png, LabelFormat.PNG, Dpi.DPI_300);
        assertEquals(NUMBER, Scanned.code128(read));
        assertTrue(Scanned.ink(read).height() > 1700, read.toString());
    }

    @Test
    void aTransparentPictureLiesOnWhite() throws Exception {
        BufferedImage clear = new BufferedImage(800, 1200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = clear.createGraphics();
        canvas.setColor(Color.BLACK);
        canvas.fillRect(100, 100, 600, 1000);
        canvas.dispose();
        Bitmap read = read(file(clear, "png"), LabelFormat.PNG, Dpi.DPI_203);
        assertEquals(600_000, read.blackDots());
    }

    @Test
    void aJpegReads() throws Exception {
        BufferedImage rgb = new BufferedImage(800, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = rgb.createGraphics();
        canvas.drawImage(label().image(), 0, 0, null);
        canvas.dispose();
        Bitmap read = read(file(rgb, "jpg"), LabelFormat.JPEG, Dpi.DPI_203);
        assertEquals(NUMBER, Scanned.code128(read));
    }
}

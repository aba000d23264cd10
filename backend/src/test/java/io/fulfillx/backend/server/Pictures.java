package io.fulfillx.backend.server;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** A picture to send. */
final class Pictures {
    private Pictures() {}

    static byte[] png() {
        return png(0);
    }

    /** Another picture for each color. */
    static byte[] png(int color) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(0, 0, color);
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

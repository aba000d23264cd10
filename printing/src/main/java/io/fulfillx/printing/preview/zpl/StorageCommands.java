package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Downloads into the printer's memory, and deleting from it. */
final class StorageCommands {
    private static final int MOST_BYTES = 50_000_000;

    private final Workbench bench;

    StorageCommands(Workbench bench) {
        this.bench = bench;
    }

    boolean execute(String name, Parameters parameters) {
        switch (name) {
            case "~DG" -> graphic(parameters);
            case "~DY" -> object(parameters);
            case "~DU", "~DT" -> font(parameters.text(0), bytes('A', parameters.rest(2)));
            case "~DB", "~DS" -> bench.warn("The font " + parameters.text(0) + " is left out.");
            case "~DN", "~DE" -> {}
            case "~EG" -> bench.memory.delete("*");
            case "^ID" -> bench.memory.delete(parameters.text(0));
            case "^IS" -> bench.warn("The preview does not store labels as graphics.");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void graphic(Parameters parameters) {
        int total = parameters.number(1, 0, 0, MOST_BYTES);
        int bytesPerRow = parameters.number(2, 1, 1, 99_999);
        keep(parameters.text(0), GraphicData.read('A', total, bytesPerRow, parameters.rest(3)));
    }

    private void keep(String name, GraphicData data) {
        data.warning().ifPresent(bench::warn);
        data.picture().ifPresent(picture -> bench.memory.keepGraphic(name, picture));
    }

    private void object(Parameters parameters) {
        String name = parameters.text(0);
        char form = parameters.letter(1, 'A');
        char kind = parameters.letter(2, 'G');
        int total = parameters.number(3, 0, 0, MOST_BYTES);
        int bytesPerRow = parameters.number(4, 1, 1, 99_999);
        String data = parameters.rest(5);
        switch (kind) {
            case 'G' ->
                    keep(
                            name,
                            GraphicData.read(form == 'P' ? 'A' : form, total, bytesPerRow, data));
            case 'P' -> png(name, bytes(form, data));
            case 'T', 'E' -> font(name, bytes(form, data));
            default -> bench.warn("The download " + name + " of type " + kind + " is left out.");
        }
    }

    private static byte[] bytes(char form, String data) {
        if (form == 'B' || data.startsWith("\u0089PNG")) {
            return data.getBytes(StandardCharsets.ISO_8859_1);
        }
        Optional<byte[]> encoded = GraphicData.bytes(data.strip());
        return encoded.orElseGet(() -> hex(data));
    }

    private void png(String name, byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image != null) {
                bench.memory.keepGraphic(name, Bitmap.of(image));
                return;
            }
        } catch (IOException e) {
            bench.warn("The picture " + name + " cannot be read: " + e.getMessage());
            return;
        }
        bench.warn("The picture " + name + " is no PNG.");
    }

    private void font(String name, byte[] bytes) {
        try {
            bench.memory.keepFont(name, new OutlineFont(bytes));
        } catch (IOException | RuntimeException e) {
            String file = name.toUpperCase(Locale.ROOT);
            bench.warn("The font " + file + " is left out, it is no readable TrueType font.");
        }
    }

    private static byte[] hex(String data) {
        byte[] bytes = new byte[data.length() / 2];
        int digits = 0;
        for (int i = 0; i < data.length() && digits < bytes.length * 2; i++) {
            int digit = Character.digit(data.charAt(i), 16);
            if (digit >= 0) {
                bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        return bytes;
    }
}

package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The dots of {@code ^GF}, {@code ~DG} and {@code ~DY} in all their spellings.
 *
 * @param picture empty when nothing could be read
 * @param warning what is wrong with the data, although it may have been drawn
 */
record GraphicData(Optional<Bitmap> picture, Optional<String> warning) {
    private static final int MOST_BYTES = 50_000_000;
    private static final int MOST_ROWS = 100_000;

    /**
     * @param form A text, B bytes, C compressed bytes
     * @param total bytes announced for the picture, 0 for all there are
     */
    static GraphicData read(char form, int total, int bytesPerRow, String data) {
        if (form == 'C') {
            return refused("A graphic in compressed binary form is left out.");
        }
        if (form == 'B') {
            byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
            return drawn(bytes, total, bytesPerRow, Optional.empty());
        }
        String text = data.strip();
        if (text.startsWith(":Z64:") || text.startsWith(":B64:")) {
            return encoded(text, total, bytesPerRow);
        }
        return drawn(RunLength.unpack(text, bytesPerRow), total, bytesPerRow, Optional.empty());
    }

    private static GraphicData refused(String sentence) {
        return new GraphicData(Optional.empty(), Optional.of(sentence));
    }

    private static GraphicData encoded(String text, int total, int bytesPerRow) {
        int end = text.indexOf(':', 5);
        String body = text.substring(5, end < 0 ? text.length() : end);
        Optional<String> warning = Optional.empty();
        if (end < 0 || !checksum(body).equalsIgnoreCase(text.substring(end + 1).strip())) {
            warning = Optional.of("The checksum of a graphic is wrong; a printer may refuse it.");
        }
        Optional<byte[]> bytes = bytes(text);
        return bytes.isPresent()
                ? drawn(bytes.get(), total, bytesPerRow, warning)
                : refused("A graphic is not valid Base64 or not validly deflated.");
    }

    /** What a text with {@code :B64:} or {@code :Z64:} before it stands for. */
    static Optional<byte[]> bytes(String text) {
        boolean deflated = text.startsWith(":Z64:");
        if (!deflated && !text.startsWith(":B64:")) {
            return Optional.empty();
        }
        int end = text.indexOf(':', 5);
        String body = text.substring(5, end < 0 ? text.length() : end);
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(body);
            return deflated ? inflate(bytes) : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** CRC-16 of CCITT from 0 over the characters, as four hexadecimal digits. */
    private static String checksum(String body) {
        int crc = 0;
        for (int i = 0; i < body.length(); i++) {
            crc ^= body.charAt(i) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            crc &= 0xffff;
        }
        return String.format(Locale.ROOT, "%04X", crc);
    }

    private static Optional<byte[]> inflate(byte[] deflated) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[Math.max(1024, deflated.length * 4)];
            int count = 0;
            while (!inflater.finished() && count < MOST_BYTES) {
                int more = inflater.inflate(bytes, count, bytes.length - count);
                count += more;
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, count * 2);
                }
            }
            return count == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, count));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static GraphicData drawn(
            byte[] bytes, int total, int bytesPerRow, Optional<String> warning) {
        int count = total > 0 ? Math.min(total, bytes.length) : bytes.length;
        int rows = Math.min(MOST_ROWS, count / bytesPerRow);
        if (rows == 0) {
            return new GraphicData(
                    Optional.empty(), warning.or(() -> Optional.of("A graphic has no rows.")));
        }
        byte[] whole = Arrays.copyOf(bytes, rows * bytesPerRow);
        return new GraphicData(Optional.of(Bitmap.of(bytesPerRow * 8, rows, whole)), warning);
    }
}

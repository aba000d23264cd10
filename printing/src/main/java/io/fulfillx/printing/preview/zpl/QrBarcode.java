package io.fulfillx.printing.preview.zpl;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import io.fulfillx.printing.raster.Bitmap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ^BQ}. Printers set the symbol lower than its origin by the bar height in force, and a
 * typeset one higher by seven modules.
 *
 * @param level of error correction unless the data says another
 * @param mask 0 to 7, or empty for the best
 */
record QrBarcode(int magnification, char level, Optional<Integer> mask, int barHeight)
        implements Barcode {
    private static final int TYPESET_MODULES = 7;
    private static final int MASKS = 8;

    @Override
    public SymbolArt draw(String data, String text) {
        String content = data;
        char correction = level;
        int comma = data.indexOf(',');
        if (comma >= 0 && comma <= 12) {
            String head = data.substring(0, comma);
            content = data.substring(comma + 1);
            int at = 0;
            if (head.startsWith("D") && content.indexOf(',') >= 0) {
                head = content.substring(0, content.indexOf(','));
                content = content.substring(content.indexOf(',') + 1);
            }
            if (!head.isEmpty() && "HQML".indexOf(head.charAt(0)) >= 0) {
                correction = head.charAt(0);
                at = 1;
            }
            boolean manual = head.length() > at && head.charAt(at) == 'M';
            content = manual ? segment(content) : content;
        }
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a QR code needs data behind its switches");
        }
        Bitmap modules = encode(content, correction);
        return SymbolArt.of(Grid.scaled(modules, magnification, magnification))
                .shifted(0, barHeight)
                .typesetShifted(0, -TYPESET_MODULES * magnification);
    }

    /** Manually chosen modes stand before the data, bytes with their number. */
    private static String segment(String content) {
        if (content.isEmpty() || "NABK".indexOf(content.charAt(0)) < 0) {
            return content;
        }
        String rest = content.substring(1);
        if (content.charAt(0) == 'B' && rest.matches("(?s)[0-9]{4}.*")) {
            int count = Integer.parseInt(rest.substring(0, 4));
            return rest.substring(4, Math.min(rest.length(), 4 + count));
        }
        return rest;
    }

    private Bitmap encode(String content, char correction) {
        ErrorCorrectionLevel strength =
                switch (correction) {
                    case 'H' -> ErrorCorrectionLevel.H;
                    case 'Q' -> ErrorCorrectionLevel.Q;
                    case 'L' -> ErrorCorrectionLevel.L;
                    default -> ErrorCorrectionLevel.M;
                };
        try {
            ByteMatrix best = encode(content, strength, mask.orElse(0));
            int least = QrMask.penalty(best);
            for (int pattern = 1; mask.isEmpty() && pattern < MASKS; pattern++) {
                ByteMatrix other = encode(content, strength, pattern);
                int penalty = QrMask.penalty(other);
                if (penalty < least) {
                    best = other;
                    least = penalty;
                }
            }
            return Modules.of(best);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ByteMatrix encode(String content, ErrorCorrectionLevel strength, int pattern)
            throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_MASK_PATTERN, pattern);
        return Encoder.encode(content, strength, hints).getMatrix();
    }
}

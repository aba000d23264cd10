package io.fulfillx.printing.preview.zpl;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Dimension;
import com.google.zxing.EncodeHintType;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;

import io.fulfillx.printing.raster.Bitmap;

import java.util.EnumMap;
import java.util.Map;

/**
 * {@code ^BX}, always with the error correction of ECC 200.
 *
 * @param module dots of a module
 * @param columns at least, 0 for as few as possible
 * @param rows at least, 0 for as few as possible
 * @param escape begins a special character in the data
 */
record DataMatrixBarcode(
        int quarters, int module, int columns, int rows, char escape, boolean rectangular)
        implements Barcode {
    private static final char SEPARATOR = '\u001d';

    @Override
    public SymbolArt draw(String data, String text) {
        boolean gs1 = data.startsWith(escape + "1");
        String content = unescape(gs1 ? data.substring(2) : data);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a Data Matrix needs data");
        }
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(
                EncodeHintType.DATA_MATRIX_SHAPE,
                rectangular ? SymbolShapeHint.FORCE_RECTANGLE : SymbolShapeHint.FORCE_SQUARE);
        if (gs1) {
            hints.put(EncodeHintType.GS1_FORMAT, true);
            hints.put(EncodeHintType.DATA_MATRIX_COMPACT, true);
        }
        Bitmap modules;
        try {
            modules = encode(content, hints, Math.max(columns, 1), Math.max(rows, 1));
        } catch (IllegalArgumentException e) {
            modules = encode(content, hints, 1, 1);
        }
        return SymbolArt.of(Grid.scaled(modules, module, module));
    }

    /** The library would rather have the size left to it, but printers are told one. */
    @SuppressWarnings("deprecation")
    private static Bitmap encode(
            String content, Map<EncodeHintType, Object> hints, int columns, int rows) {
        Map<EncodeHintType, Object> all = new EnumMap<>(hints);
        all.put(EncodeHintType.MIN_SIZE, new Dimension(columns, rows));
        return Modules.of(
                new DataMatrixWriter().encode(content, BarcodeFormat.DATA_MATRIX, 0, 0, all));
    }

    /** Escape 1 is FNC1, dNNN a byte, a letter from @ to _ a control character. */
    private String unescape(String data) {
        StringBuilder content = new StringBuilder(data.length());
        int at = 0;
        while (at < data.length()) {
            char letter = data.charAt(at);
            char next = at + 1 < data.length() ? data.charAt(at + 1) : 0;
            if (letter != escape || next == 0) {
                content.append(letter);
                at++;
            } else if (next == '1') {
                content.append(SEPARATOR);
                at += 2;
            } else if (next == 'd' && data.substring(at + 2).matches("(?s)[0-9]{3}.*")) {
                content.append((char) (Integer.parseInt(data.substring(at + 2, at + 5)) & 0xff));
                at += 5;
            } else if (next == escape) {
                content.append(escape);
                at += 2;
            } else if (next >= '@' && next <= '_') {
                content.append((char) (next - '@'));
                at += 2;
            } else {
                content.append(letter);
                at++;
            }
        }
        return content.toString();
    }
}

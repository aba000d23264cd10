package io.fulfillx.printing.preview.zpl;

import com.google.zxing.aztec.encoder.Encoder;
import com.google.zxing.aztec.encoder.HighLevelEncoder;
import com.google.zxing.common.BitArray;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code ^BO} and {@code ^B0}.
 *
 * @param size 0 for the usual error correction, 1 to 99 its percentage, 101 to 104 compact layers,
 *     201 to 232 full layers, 300 a rune
 */
record AztecBarcode(int quarters, int magnification, int size) implements Barcode {
    private static final int USUAL_PERCENT = 23;
    private static final int SPARE_WORDS = 3;
    private static final int LAYERS = 32;
    private static final int COMPACT_LAYERS = 4;
    private static final int COMPACT_WORDS = 64;

    @Override
    public SymbolArt draw(String data, String text) {
        byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
        var code =
                layers(bytes)
                        .map(layers -> Encoder.encode(bytes, 0, layers))
                        .orElseThrow(() -> new IllegalArgumentException("too much data for Aztec"));
        return SymbolArt.of(
                Grid.scaled(Modules.of(code.getMatrix()), magnification, magnification));
    }

    /** Negative for compact symbols. */
    private Optional<Integer> layers(byte[] bytes) {
        if (size >= 101 && size <= 100 + COMPACT_LAYERS) {
            return Optional.of(100 - size);
        }
        if (size >= 201 && size <= 200 + LAYERS) {
            return Optional.of(size - 200);
        }
        int percent = size >= 1 && size <= 99 ? size : USUAL_PERCENT;
        BitArray bits = new HighLevelEncoder(bytes).encode();
        for (int layers = 1; layers <= COMPACT_LAYERS; layers++) {
            int room = ((88 + 16 * layers) * layers);
            int words = words(bits, wordBits(layers));
            if (words <= COMPACT_WORDS && fits(words, room, wordBits(layers), percent)) {
                return Optional.of(-layers);
            }
        }
        for (int layers = COMPACT_LAYERS; layers <= LAYERS; layers++) {
            int room = (112 + 16 * layers) * layers;
            if (fits(words(bits, wordBits(layers)), room, wordBits(layers), percent)) {
                return Optional.of(layers);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(int words, int roomBits, int wordBits, int percent) {
        int all = roomBits / wordBits;
        int checks = (all * percent + 99) / 100 + SPARE_WORDS;
        return words <= all - checks;
    }

    private static int wordBits(int layers) {
        return layers <= 2 ? 6 : layers <= 8 ? 8 : layers <= 22 ? 10 : 12;
    }

    /** Words never are all ones or all zeros; a bit is stuffed in where they would be. */
    private static int words(BitArray bits, int wordBits) {
        int words = 0;
        int at = 0;
        while (at < bits.getSize()) {
            int ones = 0;
            for (int i = 0; i < wordBits - 1; i++) {
                if (at + i >= bits.getSize() || bits.get(at + i)) {
                    ones++;
                }
            }
            at += ones == 0 || ones == wordBits - 1 ? wordBits - 1 : wordBits;
            words++;
        }
        return words;
    }
}

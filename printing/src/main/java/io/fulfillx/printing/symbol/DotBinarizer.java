package io.fulfillx.printing.symbol;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

/** Gives ZXing dots that are black or white already. */
final class DotBinarizer extends Binarizer {
    private final BitMatrix bits;

    DotBinarizer(BitMatrix bits) {
        super(new Nothing(bits.getWidth(), bits.getHeight()));
        this.bits = bits;
    }

    @Override
    public BitArray getBlackRow(int y, BitArray row) {
        return bits.getRow(y, row);
    }

    @Override
    public BitMatrix getBlackMatrix() {
        return bits;
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource source) {
        return this;
    }

    /** Only its size is asked for. */
    private static final class Nothing extends LuminanceSource {
        Nothing(int width, int height) {
            super(width, height);
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return new byte[getWidth()];
        }

        @Override
        public byte[] getMatrix() {
            return new byte[getWidth() * getHeight()];
        }
    }
}

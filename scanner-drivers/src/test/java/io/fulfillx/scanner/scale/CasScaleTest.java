package io.fulfillx.scanner.scale;

class CasScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "cas";
    }

    @Override
    boolean obeys() {
        return false;
    }

    /** Only a control character could begin a block. */
    @Override
    byte[] clean(byte[] noise) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0x40);
        }
        return noise;
    }
}

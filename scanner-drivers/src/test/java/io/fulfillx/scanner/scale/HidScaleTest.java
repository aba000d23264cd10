package io.fulfillx.scanner.scale;

import java.net.URI;
import java.nio.file.Path;

class HidScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "hid";
    }

    @Override
    URI address(Path file) {
        return URI.create("hid:" + file);
    }

    /** A report comes whole or not at all. */
    @Override
    boolean splits() {
        return false;
    }

    @Override
    byte[] clean(byte[] noise) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0x40);
        }
        return noise;
    }
}

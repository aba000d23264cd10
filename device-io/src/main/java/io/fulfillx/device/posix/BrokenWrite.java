package io.fulfillx.device.posix;

import java.io.IOException;

/** The device went, or was closed by us, in the middle of a write. */
public final class BrokenWrite extends IOException {
    private static final long serialVersionUID = 1L;

    private final int taken;

    BrokenWrite(IOException cause, int taken) {
        super(cause.getMessage(), cause);
        this.taken = taken;
    }

    /** Bytes the device had taken before. */
    public int taken() {
        return taken;
    }
}

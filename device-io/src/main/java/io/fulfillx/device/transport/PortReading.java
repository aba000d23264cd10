package io.fulfillx.device.transport;

/** The status byte of the USB printer class. */
public record PortReading(boolean paperEmpty, boolean selected, boolean fault) {
    private static final int PAPER_EMPTY = 0x20;
    private static final int SELECTED = 0x10;
    private static final int NO_FAULT = 0x08;

    public static PortReading of(int status) {
        return new PortReading(
                (status & PAPER_EMPTY) != 0, (status & SELECTED) != 0, (status & NO_FAULT) == 0);
    }
}

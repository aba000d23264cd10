package io.fulfillx.printing.language;

import java.util.EnumSet;
import java.util.Set;

/**
 * The status byte of a USB port, by which a printer of any language tells a little even when it
 * answers nothing: USB printer class 1.1, GET_PORT_STATUS. It does not tell what is being printed.
 */
public final class UsbPortStatus {
    private static final int PAPER_EMPTY = 0x20;
    private static final int SELECTED = 0x10;
    private static final int NO_ERROR = 0x08;

    private UsbPortStatus() {}

    /** Reads the byte; other bits than the three defined ones are passed over. */
    public static DeviceStatus of(int octet) {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        if ((octet & PAPER_EMPTY) != 0) {
            conditions.add(PrinterCondition.PAPER_OUT);
        } else if ((octet & NO_ERROR) == 0) {
            conditions.add(PrinterCondition.FAULT);
        }
        if (conditions.isEmpty() && (octet & SELECTED) == 0) {
            conditions.add(PrinterCondition.PAUSED);
        }
        return new DeviceStatus(conditions, 0, false);
    }
}

package io.fulfillx.printing.transport;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.PrinterCondition;

import java.util.EnumSet;
import java.util.Set;

/** The status byte of the USB printer class. */
public record PortReading(boolean paperEmpty, boolean selected, boolean fault) {
    private static final int PAPER_EMPTY = 0x20;
    private static final int SELECTED = 0x10;
    private static final int NO_FAULT = 0x08;

    public static PortReading of(int status) {
        return new PortReading(
                (status & PAPER_EMPTY) != 0, (status & SELECTED) != 0, (status & NO_FAULT) == 0);
    }

    /** The same in the words that all printers share. A port knows nothing of waiting labels. */
    public DeviceStatus status() {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        if (paperEmpty) {
            conditions.add(PrinterCondition.PAPER_OUT);
        } else if (fault) {
            conditions.add(PrinterCondition.FAULT);
        } else if (!selected) {
            conditions.add(PrinterCondition.PAUSED);
        }
        return new DeviceStatus(conditions, 0, false);
    }
}

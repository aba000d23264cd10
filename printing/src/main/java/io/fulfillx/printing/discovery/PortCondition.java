package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.PortReading;
import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.PrinterCondition;

import java.util.EnumSet;
import java.util.Set;

/** What the port of a USB printer tells, in the words that all printers share. */
public final class PortCondition {
    private PortCondition() {}

    /** A port knows nothing of waiting labels. */
    public static DeviceStatus of(PortReading reading) {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        if (reading.paperEmpty()) {
            conditions.add(PrinterCondition.PAPER_OUT);
        } else if (reading.fault()) {
            conditions.add(PrinterCondition.FAULT);
        } else if (!reading.selected()) {
            conditions.add(PrinterCondition.PAUSED);
        }
        return new DeviceStatus(conditions, 0, false);
    }
}

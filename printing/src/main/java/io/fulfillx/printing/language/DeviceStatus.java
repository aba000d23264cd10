package io.fulfillx.printing.language;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a printer says about itself.
 *
 * @param conditions everything that holds; {@code READY} stands alone or is absent
 * @param labelsWaiting labels received and not yet printed, as far as the language tells; 0 if not
 * @param receiving whether it has taken a part of a label and waits for the rest
 */
public record DeviceStatus(
        Set<PrinterCondition> conditions, long labelsWaiting, boolean receiving) {
    public DeviceStatus {
        conditions =
                Collections.unmodifiableSet(
                        conditions.isEmpty()
                                ? EnumSet.of(PrinterCondition.READY)
                                : EnumSet.copyOf(conditions));
    }

    /** The condition a packer must know first. */
    public PrinterCondition worst() {
        return Collections.max(conditions);
    }

    /** Whether nothing comes out until something has changed. */
    public boolean stopped() {
        return conditions.stream().anyMatch(PrinterCondition::stops);
    }

    /** Whether every complete label it received is out. */
    public boolean idle() {
        return !stopped() && labelsWaiting == 0 && !conditions.contains(PrinterCondition.PRINTING);
    }
}

package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What could be read in a printer's answers so far.
 *
 * @param status null while it has not arrived whole
 * @param labelCount labels printed in the printer's life; null when not told
 * @param countRefused whether it said that it keeps no count
 * @param announced tokens of labels that are out, in order
 */
public record StatusReading(
        @Nullable DeviceStatus status,
        @Nullable Long labelCount,
        boolean countRefused,
        List<String> announced) {
    public StatusReading {
        announced = List.copyOf(announced);
    }
}

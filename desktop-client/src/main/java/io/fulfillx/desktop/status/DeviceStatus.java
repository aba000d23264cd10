package io.fulfillx.desktop.status;

import java.util.List;

/**
 * One printer or scanner.
 *
 * @param state the driver's own word in lower case with hyphens, such as {@code paper-out}
 * @param working whether work can go on with it
 */
public record DeviceStatus(String name, String state, boolean working) {
    /** The word of one that does not work, else of the first; empty without any. */
    public static String worst(List<DeviceStatus> devices) {
        return devices.stream()
                .filter(device -> !device.working())
                .findFirst()
                .or(() -> devices.stream().findFirst())
                .map(DeviceStatus::state)
                .orElse("");
    }
}

package io.fulfillx.launcher.scanning;

import io.fulfillx.scanner.FoundDevice;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device that was found, for people and for programs. */
final class DeviceLine {
    private DeviceLine() {}

    /** What it is, its address, and what else is known of it. */
    static String words(FoundDevice device) {
        StringBuilder words = new StringBuilder(device.kind() + "  " + device.address());
        for (String more : List.of(device.file(), device.place(), device.product())) {
            words.append(more.isEmpty() ? "" : "  " + more);
        }
        return words.toString();
    }

    /** The same as fields, to which a command adds what it asked. */
    static Map<String, @Nullable Object> fields(FoundDevice device) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("what", device.kind());
        fields.put("address", device.address().toString());
        fields.put("file", device.file());
        fields.put("place", device.place());
        fields.put("product", device.product());
        return fields;
    }
}

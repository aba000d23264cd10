package io.fulfillx.device.transport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a printer says it is, as IEEE 1284 has it: {@code MFG:Zebra;MDL:ZD421;CMD:ZPL;SN:1;}. */
public record DeviceId(Map<String, String> fields) {
    private static final Map<String, String> LONG_NAMES =
            Map.of(
                    "MANUFACTURER", "MFG",
                    "MODEL", "MDL",
                    "COMMAND SET", "CMD",
                    "SERIALNUMBER", "SN",
                    "SERN", "SN");

    public DeviceId {
        fields = Map.copyOf(fields);
    }

    /** Reads the text; what is not {@code KEY:VALUE} is left out. */
    public static DeviceId parse(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String part : text.split(";")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                String key = part.substring(0, colon).strip().toUpperCase(Locale.ROOT);
                String value = part.substring(colon + 1).strip();
                if (!value.isEmpty()) {
                    fields.putIfAbsent(LONG_NAMES.getOrDefault(key, key), value);
                }
            }
        }
        return new DeviceId(fields);
    }

    public Optional<String> serialNumber() {
        return Optional.ofNullable(fields.get("SN"));
    }

    /** Maker and model; empty when neither is told. */
    public Optional<String> model() {
        String maker = fields.getOrDefault("MFG", "");
        String model = fields.getOrDefault("MDL", fields.getOrDefault("DES", ""));
        String both = model.startsWith(maker) ? model : (maker + " " + model).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** The command sets it says it obeys, in its own order and spelling. */
    public List<String> commandSets() {
        return Arrays.stream(fields.getOrDefault("CMD", "").split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}

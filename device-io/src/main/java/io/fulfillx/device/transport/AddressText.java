package io.fulfillx.device.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of an address; what nobody asked for is refused at the end. */
final class AddressText {
    private static final List<Integer> BAUDS =
            List.of(
                    1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800,
                    921_600);

    private final URI uri;
    private final String body;
    private final Map<String, String> settings = new LinkedHashMap<>();

    AddressText(URI uri) {
        this.uri = uri;
        String[] halves = uri.getRawSchemeSpecificPart().split("\\?", 2);
        this.body = decoded(halves[0]);
        if (halves.length == 2) {
            for (String pair : halves[1].split("&", -1)) {
                String[] sides = pair.split("=", 2);
                if (sides.length < 2 || settings.put(sides[0], decoded(sides[1])) != null) {
                    throw wrong("'" + pair + "' is not one setting such as baud=115200");
                }
            }
        }
        if (uri.getRawFragment() != null) {
            throw wrong("there is no use for '#" + uri.getRawFragment() + "'");
        }
    }

    /** A name that can stand in an address, whatever it contains. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What stands between the scheme and the settings. */
    String name(String what) {
        if (body.isBlank() || body.startsWith("//") && !body.startsWith("///")) {
            throw wrong(what + " is missing after '" + uri.getScheme() + ":'");
        }
        return body;
    }

    int baud(int usual) {
        String text = settings.remove("baud");
        if (text == null) {
            return usual;
        }
        return BAUDS.stream()
                .filter(baud -> baud.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("baud is one of " + BAUDS));
    }

    int number(String setting, int usual, int least, int most) {
        String text = settings.remove(setting);
        if (text == null) {
            return usual;
        }
        for (int number = least; number <= most; number++) {
            if (text.equals(String.valueOf(number))) {
                return number;
            }
        }
        throw wrong(setting + " is " + least + " or " + most);
    }

    <E extends Enum<E>> E choice(String setting, Class<E> choices, E usual) {
        String text = settings.remove(setting);
        if (text == null) {
            return usual;
        }
        List<E> all = Arrays.asList(choices.getEnumConstants());
        return all.stream()
                .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(setting + " is one of " + words(all)));
    }

    private static String words(List<? extends Enum<?>> choices) {
        return String.join(
                ", ",
                choices.stream().map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList());
    }

    void refuseRest() {
        if (!settings.isEmpty()) {
            throw wrong("there is no setting '" + settings.keySet().iterator().next() + "' here");
        }
    }

    IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(uri + " is not a printer address: " + reason);
    }
}

package io.fulfillx.device.transport;

import io.fulfillx.device.posix.LineSettings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a device's address; what nobody asked for is refused at the end. */
public final class AddressText {
    private static final List<Integer> BAUDS =
            List.of(
                    1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800,
                    921_600);

    private static final int HIGHEST_PORT = 65_535;

    private final URI uri;
    private final String what;
    private final String body;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /**
     * @param what the address is of, for messages: "printer"
     * @throws IllegalArgumentException with one sentence that says what is wrong
     */
    public AddressText(URI uri, String what) {
        this.uri = uri;
        this.what = what;
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
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * What stands between the scheme and the settings.
     *
     * @param wanted what it should be, for messages: "a port"
     */
    public String name(String wanted) {
        if (body.isBlank() || body.startsWith("//") && !body.startsWith("///")) {
            throw wrong(wanted + " is missing after '" + uri.getScheme() + ":'");
        }
        return body;
    }

    /** A setting as it was written, percent signs decoded; empty when it was left out. */
    public Optional<String> text(String setting) {
        return Optional.ofNullable(settings.remove(setting));
    }

    /** Host and port of {@code tcp://host:port}. */
    public InetSocketAddress host(int usualPort) {
        String host = uri.getHost();
        String path = uri.getRawPath();
        boolean bare = path == null || path.isEmpty() || "/".equals(path);
        if (host == null || uri.getRawUserInfo() != null || !bare) {
            throw wrong("one looks like tcp://10.0.0.7:9100");
        }
        int port = uri.getPort() == -1 ? usualPort : uri.getPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong("a port is a number from 1 to " + HIGHEST_PORT);
        }
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** Speed and form of a serial line; what was left out is as usual. */
    public LineSettings line(LineSettings usual) {
        return new LineSettings(
                baud(usual.baud()),
                number("bits", usual.bits(), 7, 8),
                choice("parity", LineSettings.Parity.class, usual.parity()),
                number("stop", usual.stopBits(), 1, 2),
                choice("flow", LineSettings.Flow.class, usual.flow()));
    }

    private int baud(int usual) {
        String text = settings.remove("baud");
        if (text == null) {
            return usual;
        }
        return BAUDS.stream()
                .filter(baud -> baud.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("baud is one of " + BAUDS));
    }

    /** A setting that is one of a few numbers. */
    public int number(String setting, int usual, int least, int most) {
        String text = settings.remove(setting);
        if (text == null) {
            return usual;
        }
        for (int number = least; number <= most; number++) {
            if (text.equals(String.valueOf(number))) {
                return number;
            }
        }
        throw wrong(setting + " is " + least + (most == least + 1 ? " or " : " to ") + most);
    }

    /** A setting that is one of a few words. */
    public <E extends Enum<E>> E choice(String setting, Class<E> choices, E usual) {
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

    /** To be called when all known settings were taken. */
    public void refuseRest() {
        if (!settings.isEmpty()) {
            throw wrong("there is no setting '" + settings.keySet().iterator().next() + "' here");
        }
    }

    /** What to throw when the address cannot be right. */
    public IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(uri + " is not a " + what + " address: " + reason);
    }
}

package io.fulfillx.desktop.config;

import io.fulfillx.desktop.config.StationConfig.Limits;
import io.fulfillx.desktop.config.StationConfig.Look;
import io.fulfillx.desktop.config.StationConfig.Scanning;
import io.fulfillx.desktop.config.StationConfig.Server;
import io.fulfillx.desktop.config.StationConfig.Theme;
import io.fulfillx.desktop.config.StationConfig.WeightLimits;
import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.wedge.LayoutRepair;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads and writes {@code station.properties} in the home folder. Flags win over the file. */
public final class StationConfigFile {
    private static final String NAME = "station.properties";
    private static final Map<String, String> DEFAULTS = defaults();

    private StationConfigFile() {}

    /**
     * @param flags by the same keys as in the file
     * @throws ConfigException for an unknown key or a value that does not fit
     */
    public static StationConfig load(Path home, Map<String, String> flags) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        Path file = home.resolve(NAME);
        if (Files.exists(file)) {
            take(values, read(file), file.toString());
        }
        take(values, flags, "the command line");
        return new StationConfig(
                home,
                new Server(uri(values, "server.url"), values.getOrDefault("organization", "")),
                printers(values),
                new Scanning(scanners(values), scale(values), wedge(values)),
                new Look(
                        theme(values),
                        values.getOrDefault("language", "en"),
                        flag(values, "sounds")),
                new Limits(
                        number(values, "pick.cluster-size", 1, 24),
                        new WeightLimits(
                                number(values, "pack.max-weight-grams", 1, 1_000_000),
                                number(values, "pack.weight-tolerance-percent", 0, 100),
                                number(values, "pack.weight-tolerance-grams", 0, 100_000)),
                        number(values, "journal.keep-days", 1, 3_650),
                        number(values, "sign-in.offline-hours", 1, 8_760)));
    }

    /** Writes everything, so that the file shows what may be set. */
    public static void save(StationConfig config) {
        Properties properties = new Properties();
        properties.putAll(values(config));
        Path file = config.home().resolve(NAME);
        Path fresh = config.home().resolve(NAME + ".new");
        try {
            Files.createDirectories(config.home());
            try (Writer out = Files.newBufferedWriter(fresh)) {
                properties.store(out, "FulfillX packing station");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> values(StationConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server.url", config.server().url().toString());
        values.put("organization", config.server().organization());
        values.put("printers", join(config.printers()));
        StationConfig.Scanning scanning = config.scanning();
        values.put(
                "scanners",
                scanning.scanners().stream()
                        .map(NamedScanner::text)
                        .collect(Collectors.joining(", ")));
        values.put("scale", scanning.scale().map(URI::toString).orElse(""));
        LayoutRepair wedge = scanning.wedge();
        values.put("wedge.layout", wedge.isNeeded() ? wedge.code() : "");
        values.put("theme", config.look().theme().name().toLowerCase(Locale.ROOT));
        values.put("language", config.look().language());
        values.put("sounds", Boolean.toString(config.look().sounds()));
        values.put("pick.cluster-size", Integer.toString(config.limits().clusterSize()));
        WeightLimits weight = config.limits().weight();
        values.put("pack.max-weight-grams", Integer.toString(weight.maxGrams()));
        values.put("pack.weight-tolerance-percent", Integer.toString(weight.tolerancePercent()));
        values.put("pack.weight-tolerance-grams", Integer.toString(weight.toleranceGrams()));
        values.put("journal.keep-days", Integer.toString(config.limits().pruneAfterDays()));
        values.put("sign-in.offline-hours", Integer.toString(config.limits().offlineSignInHours()));
        return values;
    }

    private static Map<String, String> defaults() {
        WeightLimits weight = WeightLimits.usual();
        return Map.ofEntries(
                Map.entry("server.url", "http://localhost:8080"),
                Map.entry("organization", ""),
                Map.entry("printers", ""),
                Map.entry("scanners", ""),
                Map.entry("scale", ""),
                Map.entry("wedge.layout", ""),
                Map.entry("theme", "light"),
                Map.entry("language", "en"),
                Map.entry("sounds", "true"),
                Map.entry("pick.cluster-size", "6"),
                Map.entry("pack.max-weight-grams", String.valueOf(weight.maxGrams())),
                Map.entry(
                        "pack.weight-tolerance-percent", String.valueOf(weight.tolerancePercent())),
                Map.entry("pack.weight-tolerance-grams", String.valueOf(weight.toleranceGrams())),
                // From Friday evening to Monday morning.
                Map.entry("sign-in.offline-hours", "72"),
                Map.entry("journal.keep-days", "30"));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new ConfigException(file + " cannot be read: " + e.getMessage());
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static void take(Map<String, String> values, Map<String, String> more, String from) {
        more.forEach(
                (key, value) -> {
                    if (!DEFAULTS.containsKey(key)) {
                        throw new ConfigException(
                                "Unknown key "
                                        + key
                                        + " in "
                                        + from
                                        + ". Known keys: "
                                        + DEFAULTS.keySet().stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")));
                    }
                    values.put(key, value.strip());
                });
    }

    private static List<URI> uris(Map<String, String> values, String key) {
        return Arrays.stream(values.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> address(text, key))
                .toList();
    }

    private static List<URI> printers(Map<String, String> values) {
        List<URI> printers = uris(values, "printers");
        for (URI printer : printers) {
            try {
                PrinterAddress.parse(Printers.parse(printer).address());
            } catch (IllegalArgumentException e) {
                throw new ConfigException("printers: " + e.getMessage());
            }
        }
        return printers;
    }

    private static List<NamedScanner> scanners(Map<String, String> values) {
        try {
            return Arrays.stream(values.getOrDefault("scanners", "").split(",", -1))
                    .filter(text -> !text.isBlank())
                    .map(NamedScanner::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ConfigException("scanners: " + e.getMessage());
        }
    }

    private static LayoutRepair wedge(Map<String, String> values) {
        String text = values.getOrDefault("wedge.layout", "");
        return text.isBlank()
                ? LayoutRepair.none()
                : LayoutRepair.parse(text)
                        .orElseThrow(
                                () ->
                                        new ConfigException(
                                                "wedge.layout is such as us>de, not " + text));
    }

    private static @Nullable URI scale(Map<String, String> values) {
        String text = values.getOrDefault("scale", "");
        try {
            return text.isBlank() ? null : ScaleCatalog.address(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("scale: " + e.getMessage());
        }
    }

    private static URI uri(Map<String, String> values, String key) {
        return address(values.getOrDefault(key, ""), key);
    }

    private static URI address(String text, String key) {
        try {
            URI uri = URI.create(text);
            if (uri.getScheme() == null) {
                throw new ConfigException(key + " needs a scheme, such as tcp: or http: " + text);
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key + " is no address: " + text);
        }
    }

    private static String join(List<URI> uris) {
        return uris.stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    private static Theme theme(Map<String, String> values) {
        String text = values.getOrDefault("theme", "light");
        try {
            return Theme.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("theme is light or dark, not " + text);
        }
    }

    private static boolean flag(Map<String, String> values, String key) {
        String text = values.getOrDefault(key, "");
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigException(key + " is true or false, not " + text);
        }
        return text.equals("true");
    }

    private static int number(Map<String, String> values, String key, int least, int most) {
        String text = values.getOrDefault(key, "");
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new ConfigException(
                    key + " is a number from " + least + " to " + most + ", not " + text);
        }
        return number;
    }
}

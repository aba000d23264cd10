package io.fulfillx.backend.platform.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Settings from a YAML file, then the environment ({@code FULFILLX_HTTP_PORT} is {@code
 * http.port}), then flags ({@code --http.port=8080}); the later wins. Every key must be asked for
 * by somebody, so that a misspelt one stops the start instead of being ignored.
 */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "FULFILLX_";

    private final Map<String, String> values;
    private final TreeSet<String> known = new TreeSet<>();

    public Settings(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /**
     * @param flags {@code --key=value} each
     * @throws InvalidSetting when a flag is not of that form
     */
    public static Settings load(
            Optional<Path> file, Map<String, String> environment, List<String> flags) {
        Map<String, String> values = new HashMap<>();
        file.ifPresent(
                path ->
                        values.putAll(
                                Config.just(ConfigSources.file(path))
                                        .asMap()
                                        .orElseThrow(
                                                () ->
                                                        new InvalidSetting(
                                                                "The file "
                                                                        + path
                                                                        + " holds no"
                                                                        + " settings."))));
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(ENVIRONMENT_PREFIX)) {
                        values.put(keyOf(name), value);
                    }
                });
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (!flag.startsWith("--") || equals < 3) {
                throw new InvalidSetting("Not a setting: " + flag + ". Write --key=value.");
            }
            values.put(flag.substring(2, equals), flag.substring(equals + 1));
        }
        return new Settings(values);
    }

    /** FULFILLX_DATABASE_POOL__SIZE is database.pool-size: one underscore a dot, two a hyphen. */
    private static String keyOf(String variable) {
        return variable.substring(ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace("__", "-")
                .replace('_', '.');
    }

    public Optional<String> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    public String text(String key, String byDefault) {
        return find(key).orElse(byDefault);
    }

    public boolean flag(String key, boolean byDefault) {
        return switch (text(key, Boolean.toString(byDefault))) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                    throw new InvalidSetting(key + " is true or false, not " + other + ".");
        };
    }

    /**
     * @throws InvalidSetting when the value is no whole number from min to max
     */
    public int integer(String key, int byDefault, int min, int max) {
        String text = text(key, Integer.toString(byDefault));
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The sentence below says it for both cases.
        }
        throw new InvalidSetting(
                key + " is a whole number from " + min + " to " + max + ", not " + text + ".");
    }

    /**
     * Called when every feature has read its part.
     *
     * @throws InvalidSetting naming each key that nobody asked for
     */
    public void refuseUnknown() {
        TreeSet<String> unknown = new TreeSet<>();
        for (String key : values.keySet()) {
            boolean parent = known.stream().anyMatch(name -> name.startsWith(key + "."));
            if (!known.contains(key) && !parent) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidSetting(
                    "Unknown setting: "
                            + String.join(", ", unknown)
                            + ". Known settings: "
                            + String.join(", ", known)
                            + ".");
        }
    }
}

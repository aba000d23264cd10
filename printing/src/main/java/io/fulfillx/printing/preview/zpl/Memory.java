package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a document stores in the printer: formats, graphics and fonts, by name. */
final class Memory {
    private final Map<String, List<ZplCommand>> formats = new HashMap<>();
    private final Map<String, Bitmap> graphics = new HashMap<>();
    private final Map<String, Typeface> fonts = new HashMap<>();
    private final Map<Character, String> aliases = new HashMap<>();

    /** A name without drive, in upper case, with an extension. */
    static String key(String name, String extension) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        String file = upper.substring(upper.indexOf(':') + 1);
        if (file.isEmpty()) {
            file = "UNKNOWN";
        }
        int dot = file.indexOf('.');
        return (dot < 0 ? file : file.substring(0, dot))
                + "."
                + (dot < 0 || dot == file.length() - 1 ? extension : file.substring(dot + 1));
    }

    void keepFormat(String name, List<ZplCommand> commands) {
        formats.put(key(name, "ZPL"), List.copyOf(commands));
    }

    Optional<List<ZplCommand>> format(String name) {
        return Optional.ofNullable(formats.get(key(name, "ZPL")));
    }

    void keepGraphic(String name, Bitmap picture) {
        graphics.put(stem(name), picture);
    }

    Optional<Bitmap> graphic(String name) {
        return Optional.ofNullable(graphics.get(stem(name)));
    }

    /** Graphics are found whether recalled as GRF or PNG. */
    private static String stem(String name) {
        String key = key(name, "GRF");
        return key.substring(0, key.indexOf('.'));
    }

    void keepFont(String name, Typeface font) {
        fonts.put(key(name, "FNT"), font);
    }

    Optional<Typeface> font(String name) {
        String key = key(name, "FNT");
        return Optional.ofNullable(fonts.get(key))
                .or(() -> Optional.ofNullable(fonts.get(key.replaceAll("\\..*", ".TTF"))))
                .or(() -> Optional.ofNullable(fonts.get(key.replaceAll("\\..*", ".FNT"))));
    }

    void alias(char letter, String name) {
        aliases.put(letter, name);
    }

    Optional<Typeface> font(char letter) {
        String name = aliases.get(letter);
        return name == null ? Optional.empty() : font(name);
    }

    void delete(String name) {
        String pattern = name.substring(name.indexOf(':') + 1).strip();
        if (pattern.startsWith("*")) {
            graphics.clear();
            return;
        }
        graphics.remove(stem(name));
        formats.remove(key(name, "ZPL"));
    }
}

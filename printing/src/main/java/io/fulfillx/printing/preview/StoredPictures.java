package io.fulfillx.printing.preview;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Pictures in the printer's memory by their names, which may end in {@code .PCX} or not. */
final class StoredPictures {
    private static final int MOST = 100;

    private final Map<String, Stamp> pictures = new HashMap<>();

    /** Keeps a PCX file; the sentence of a warning when it cannot, else empty. */
    String keep(String name, byte[] file) {
        Optional<Stamp> stamp = PcxPicture.read(file);
        if (stamp.isEmpty()) {
            return "The picture " + name + " is no PCX file of one bit a dot.";
        }
        if (pictures.size() >= MOST) {
            return "The printer's memory is full of pictures.";
        }
        pictures.put(plain(name), stamp.get());
        return "";
    }

    @Nullable Stamp find(String name) {
        return pictures.get(plain(name));
    }

    void remove(String name) {
        if (plain(name).equals("*")) {
            clear();
        }
        pictures.remove(plain(name));
    }

    void clear() {
        pictures.clear();
    }

    private static String plain(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return upper.endsWith(".PCX") ? upper.substring(0, upper.length() - 4) : upper;
    }
}

package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.session.Reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Units in the picker's hand.
 *
 * @param lot as read off them; null when none was
 * @param serials numbers that were read off them
 */
record Units(int count, @Nullable String lot, List<String> serials) {
    Units {
        serials = List.copyOf(serials);
    }

    /** What one scan stands for. */
    static Units of(int count, Reading reading) {
        return new Units(count, reading.lot().orElse(null), reading.serial().stream().toList());
    }

    Units plus(Units more) {
        List<String> all = new ArrayList<>(serials);
        all.addAll(more.serials);
        return new Units(count + more.count, more.lot == null ? lot : more.lot, all);
    }
}

package io.fulfillx.printing.language;

import java.util.List;
import java.util.Locale;

/**
 * Labels whose fixed parts stay in the printer, so that each one takes a few bytes only: stored
 * once, then filled in. For languages that have them. Pure.
 */
public interface StoredForms {
    /**
     * A text that changes from one label to the next.
     *
     * @param height of its line in dots
     * @param maxLength of its text
     */
    record Field(int x, int y, int height, int maxLength) {}

    /**
     * Stores a form under a name, in place of an older one.
     *
     * @param name 1 to 8 letters and digits
     * @param fields in the order of their values, at most 99
     */
    byte[] store(String name, LabelSetup setup, List<Field> fields);

    /** Prints a stored form with these texts, one for each of its fields. */
    byte[] fill(String name, LabelSetup setup, List<String> values);

    /** Removes a form; nothing happens when there is none. */
    byte[] remove(String name);

    /**
     * @throws IllegalArgumentException when it is no name of a form
     */
    static String named(String name) {
        if (!name.matches("[A-Za-z0-9]{1,8}")) {
            throw new IllegalArgumentException("a form's name has 1 to 8 letters and digits");
        }
        return name.toUpperCase(Locale.ROOT);
    }
}

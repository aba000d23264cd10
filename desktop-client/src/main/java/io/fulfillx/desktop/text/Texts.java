package io.fulfillx.desktop.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of one language. A missing key is a fault of the build, found by a test. */
public final class Texts {
    /** The languages a packer may choose from; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String BUNDLE = "io.fulfillx.desktop.text.Station";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** The language asked for, or English when the station does not speak it. */
    public static Texts in(Locale wanted) {
        Locale locale =
                LANGUAGES.stream()
                        .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(LANGUAGES.getFirst());
        return new Texts(
                locale,
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * @throws MissingResourceException when no bundle has the key
     */
    public String get(String key, Object... values) {
        return format(bundle.getString(key), values);
    }

    /** For keys that need not exist, such as a second line of help. */
    public Optional<String> find(String key, Object... values) {
        return bundle.containsKey(key)
                ? Optional.of(format(bundle.getString(key), values))
                : Optional.empty();
    }

    private String format(String pattern, Object... values) {
        return new MessageFormat(pattern, locale).format(values);
    }
}

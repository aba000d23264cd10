package io.fulfillx.backend.orders.notes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whom a text speaks to: {@code @anna} or {@code @anna@shop.example}. Pure. */
final class Mentions {
    private static final int MOST = 20;

    /** An address inside a text, such as anna@shop.example, speaks to nobody. */
    private static final Pattern HANDLE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._%+-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._+-]*[\\p{L}\\p{N}])?"
                            + "(?:@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?)?)");

    private Mentions() {}

    /** In lower case, each once, in the order of the text. */
    static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = HANDLE.matcher(text);
        while (matcher.find() && found.size() < MOST) {
            found.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(found);
    }
}

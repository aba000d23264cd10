package io.fulfillx.backend.orders.search;

import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words an order is found by. Pure: the same rules for what is kept and what is typed. */
final class Words {
    private static final int MAX_TERMS = 400;
    private static final int MAX_WORD = 80;
    private static final int MAX_TEXT = 20_000;
    private static final int NATIONAL_DIGITS = 9;
    private static final String OWN_CODE = "fxo";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

    private final Set<String> terms = new TreeSet<>();
    private final List<String> texts = new ArrayList<>();

    private Words() {}

    /** What is kept of an order. */
    record Kept(Set<String> terms, String text) {}

    static Kept of(OrderFacts order) {
        Words words = new Words();
        words.whole(SearchField.NUMBER, Long.toString(order.number()));
        words.whole(SearchField.NAME, order.name());
        words.parts(SearchField.NAME, order.name());
        Address to = order.shipTo();
        if (to != null) {
            words.person(SearchField.CUSTOMER, to.name());
            words.person(SearchField.COMPANY, to.company());
            words.phone(to.phone());
        }
        words.email(order.email());
        words.phone(order.phone());
        for (OrderFacts.Line line : order.lines()) {
            words.whole(SearchField.SKU, line.sku());
            words.parts(SearchField.SKU, line.sku());
        }
        order.tags().forEach(tag -> words.whole(SearchField.TAG, tag));
        order.tracking().forEach(number -> words.whole(SearchField.TRACKING, number));
        order.notes().forEach(words::note);
        return words.kept();
    }

    private Kept kept() {
        String text = String.join("\n", texts);
        return new Kept(
                new TreeSet<>(terms.stream().limit(MAX_TERMS).toList()),
                text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    }

    /** As everything is kept and compared: compatible forms, lower case, one space. */
    static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return SPACE.matcher(normal).replaceAll(" ").toLowerCase(Locale.ROOT).replace("\0", "");
    }

    static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    /** A word without the marks around it. */
    static String core(String word) {
        return EDGES.matcher(word).replaceAll("");
    }

    /** A scanned order code finds its order. */
    static String withoutPrefix(String plain) {
        return plain.startsWith(OWN_CODE) ? plain.substring(OWN_CODE.length()) : plain;
    }

    /** The term that stands for a text in a field, at most so long. */
    static String term(SearchField field, String plain) {
        String cut = plain.length() > MAX_WORD ? plain.substring(0, MAX_WORD) : plain;
        return field.mark() + cut;
    }

    private void whole(SearchField field, @Nullable String text) {
        String plain = text == null ? "" : plain(text);
        if (!plain.isEmpty()) {
            terms.add(term(field, plain));
            texts.add(plain);
        }
    }

    private void parts(SearchField field, @Nullable String text) {
        for (String word : SPACE.split(text == null ? "" : plain(text))) {
            String core = core(word);
            if (!core.isEmpty()) {
                terms.add(term(field, core));
            }
            for (String part : BREAKS.split(core)) {
                if (part.length() > 1) {
                    terms.add(term(field, part));
                }
            }
        }
    }

    private void person(SearchField field, @Nullable String name) {
        whole(field, name);
        parts(field, name);
    }

    private void email(@Nullable String email) {
        whole(SearchField.EMAIL, email);
        if (email != null && email.contains("@")) {
            terms.add(term(SearchField.EMAIL, plain(email.substring(email.lastIndexOf('@') + 1))));
        }
    }

    private void phone(@Nullable String phone) {
        String digits = phone == null ? "" : digits(phone);
        if (!digits.isEmpty()) {
            terms.add(term(SearchField.PHONE, digits));
            if (digits.length() > NATIONAL_DIGITS) {
                String national = digits.substring(digits.length() - NATIONAL_DIGITS);
                terms.add(term(SearchField.PHONE, national));
            }
        }
    }

    private void note(String text) {
        String plain = plain(text);
        texts.add(plain);
        parts(SearchField.NOTE, plain);
    }
}

package io.fulfillx.backend.orders.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a word of a search may be told to mean. */
enum SearchField {
    NUMBER("n:"),
    NAME("o:"),
    CUSTOMER("c:"),
    COMPANY("f:"),
    EMAIL("e:"),
    PHONE("p:"),
    SKU("s:"),
    TRACKING("k:"),
    TAG("t:"),
    NOTE("w:"),
    STATUS(""),
    HOLD(""),
    CHANNEL("");

    private final String mark;

    SearchField(String mark) {
        this.mark = mark;
    }

    /** What its words begin with in the index; empty for a field that is a column of the order. */
    String mark() {
        return mark;
    }

    boolean isIndexed() {
        return !mark.isEmpty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SearchField> find(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(SearchField::word).collect(Collectors.joining(", "));
    }
}

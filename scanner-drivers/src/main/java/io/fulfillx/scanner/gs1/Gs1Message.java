package io.fulfillx.scanner.gs1;

import io.fulfillx.model.item.Gtin;

import java.util.List;
import java.util.Optional;

/**
 * The elements of one GS1 message in their order, each of the right form, none excluding another.
 *
 * @param linear how many stand in front of the composite part; all when there is none
 */
public record Gs1Message(List<Gs1Element> elements, int linear) implements Gs1Outcome {
    public Gs1Message {
        elements = List.copyOf(elements);
        if (elements.isEmpty() || linear < 1 || linear > elements.size()) {
            throw new IllegalArgumentException("a message has elements, the first ones linear");
        }
    }

    public Gs1Message(List<Gs1Element> elements) {
        this(elements, elements.size());
    }

    /**
     * Reads an element string: FNC1 is written as {@code ^} or GS (0x1D), also in front; {@code |}
     * stands before a composite part.
     */
    public static Gs1Outcome parse(String elementString) {
        return ElementStrings.parse(elementString);
    }

    /** Reads an element string whose leading FNC1 may be missing, as keyboards send it. */
    public static Gs1Outcome parseLoosely(String elementString) {
        return ElementStrings.parseLoosely(elementString);
    }

    /** Reads {@code (01)…(10)…}; a bracket inside a value is written {@code \(}. */
    public static Gs1Outcome parseBracketed(String text) {
        return Brackets.parse(text);
    }

    /** The first value of this application identifier. */
    public Optional<String> value(String ai) {
        for (Gs1Element element : elements) {
            if (element.ai().equals(ai)) {
                return Optional.of(element.value());
            }
        }
        return Optional.empty();
    }

    /** AI 01, or 02 of the contained items. */
    public Optional<Gtin> gtin() {
        return value("01").or(() -> value("02")).flatMap(Gtin::find);
    }

    /** AI 00: the number of a shipping unit. */
    public Optional<String> sscc() {
        return value("00");
    }

    /** AI 10. */
    public Optional<String> lot() {
        return value("10");
    }

    /** AI 21. */
    public Optional<String> serial() {
        return value("21");
    }

    /** AI 30 or 37: how many units this one barcode stands for. */
    public Optional<Integer> count() {
        return value("30").or(() -> value("37")).map(Integer::valueOf);
    }

    /**
     * What the identifiers call for and is not in this message. It need not be wrong: another bar
     * code of the same item may have it.
     */
    public List<Missing> missing() {
        return Associations.missing(this);
    }

    /**
     * What an element calls for.
     *
     * @param needs groups of identifiers, of which one must be there whole; & joins the members of
     *     a group and n stands for any digit, such as {@code 01&21 8006&21}
     */
    public record Missing(Gs1Element element, String needs) {}

    /** As an element string with {@code ^} for FNC1 and {@code |} before a composite part. */
    public String unbracketed() {
        return ElementStrings.write(this);
    }

    /** As people read it, such as {@code (01)09521234543213(10)LOT7}. */
    public String bracketed() {
        return Brackets.write(this);
    }
}

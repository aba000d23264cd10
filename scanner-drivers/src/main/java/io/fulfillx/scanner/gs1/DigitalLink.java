package io.fulfillx.scanner.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as a web address (GS1 Digital Link Standard: URI Syntax).
 *
 * @param stem what stands in front of the key, such as {@code https://example.com}
 * @param path how many elements of the message stand in the path; the key is the first
 */
public record DigitalLink(String stem, Gs1Message message, int path) {
    /** The stem of the canonical form. */
    public static final String CANONICAL = "https://id.gs1.org";

    /** What reading a link gave. */
    public sealed interface Reading {
        /** It is a link. */
        record Read(DigitalLink link) implements Reading {}

        /** It is none. */
        record Wrong(Gs1Error error) implements Reading {}
    }

    /** Reads a link of any domain. Parameters that are no application identifiers are skipped. */
    public static Reading parse(String uri) {
        return new LinkReader(uri).read();
    }

    /** Whether a text begins like a web address, so that it can only be read as a link. */
    public static boolean likely(String text) {
        return LinkReader.scheme(text) > 0;
    }

    /**
     * Makes a link of a message: its first element that may be a key, then what may follow it, then
     * the rest as attributes.
     *
     * @return empty when the message has no key, or something that may not stand in a link
     */
    public static Optional<DigitalLink> of(Gs1Message message, String stem) {
        Optional<Gs1Element> key =
                message.elements().stream().filter(each -> each.identifier().key()).findFirst();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<String> there = message.elements().stream().map(Gs1Element::ai).toList();
        List<Gs1Element> ordered = new ArrayList<>();
        ordered.add(key.get());
        for (String code : LinkPath.best(key.get().identifier(), there)) {
            message.elements().stream()
                    .filter(each -> each.ai().equals(code))
                    .findFirst()
                    .ifPresent(ordered::add);
        }
        int path = ordered.size();
        addAttributes(message, true, ordered);
        addAttributes(message, false, ordered);
        boolean allowed =
                ordered.subList(path, ordered.size()).stream()
                        .allMatch(each -> each.identifier().attribute());
        return allowed
                ? Optional.of(new DigitalLink(stem, new Gs1Message(ordered), path))
                : Optional.empty();
    }

    private static void addAttributes(Gs1Message message, boolean fixed, List<Gs1Element> ordered) {
        for (Gs1Element element : message.elements()) {
            boolean there =
                    ordered.stream().anyMatch(each -> each.identifier() == element.identifier());
            if (!there && element.identifier().fixed() == fixed) {
                ordered.add(element);
            }
        }
    }

    /** The link at GS1's own domain, attributes of fixed length first. */
    public DigitalLink canonical() {
        List<Gs1Element> ordered = new ArrayList<>(message.elements().subList(0, path));
        addAttributes(message, true, ordered);
        addAttributes(message, false, ordered);
        return new DigitalLink(CANONICAL, new Gs1Message(ordered), path);
    }

    /** The link as text. */
    public String uri() {
        StringBuilder out =
                new StringBuilder(stem.endsWith("/") ? stem.substring(0, stem.length() - 1) : stem);
        int index = 0;
        for (Gs1Element element : message.elements()) {
            boolean inPath = index < path;
            out.append(inPath ? '/' : index == path ? '?' : '&').append(element.ai());
            out.append(inPath ? '/' : '=');
            PercentCode.encode(element.value(), out);
            index++;
        }
        return out.toString();
    }
}

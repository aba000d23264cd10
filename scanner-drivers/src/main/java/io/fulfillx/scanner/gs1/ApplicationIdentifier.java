package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One kind of element: its identifier, the form of its value, and what it may stand together with
 * (GS1 General Specifications, 3).
 */
public final class ApplicationIdentifier {
    private final String code;
    private final String name;
    private final boolean fixed;
    private final boolean attribute;
    private final boolean key;
    private final Part[] parts;
    private final int shortest;
    private final int longest;
    private final Pairing pairing;

    ApplicationIdentifier(String code, String kind, String name, List<Part> parts, Pairing pair) {
        this.code = code;
        this.name = name;
        this.fixed = kind.contains("F");
        this.attribute = kind.contains("A");
        this.key = kind.contains("K");
        this.parts = parts.toArray(new Part[0]);
        this.shortest =
                parts.stream().mapToInt(part -> part.optional() ? 0 : part.shortest()).sum();
        this.longest = parts.stream().mapToInt(Part::longest).sum();
        this.pairing = pair;
    }

    /** Finds it by its two to four digits. */
    public static Optional<ApplicationIdentifier> find(String code) {
        return Identifiers.find(code);
    }

    /** All of them, by their digits. */
    public static List<ApplicationIdentifier> all() {
        return Identifiers.all();
    }

    /** Two to four digits. */
    public String code() {
        return code;
    }

    /** What it is, in a few words of English. */
    public String name() {
        return name;
    }

    /** Whether its length is known from its first two digits, so that no separator follows. */
    public boolean fixed() {
        return fixed;
    }

    /** Whether it may stand in the query of a Digital Link. */
    public boolean attribute() {
        return attribute;
    }

    /** Whether it may be the primary key of a Digital Link. */
    public boolean key() {
        return key;
    }

    /** The fewest characters of a value. */
    public int shortest() {
        return shortest;
    }

    /** The most characters of a value. */
    public int longest() {
        return longest;
    }

    /** Whether a value has the right form. */
    public boolean accepts(String value) {
        return check(value, 0, value.length()) == null;
    }

    Pairing pairing() {
        return pairing;
    }

    List<Part> parts() {
        return List.of(parts);
    }

    /** What is wrong with the value that stands there; null when it is right. */
    @Nullable Finding check(String text, int from, int to) {
        if (from == to) {
            return new Finding(Gs1Problem.EMPTY_VALUE, from, 0);
        }
        int at = from;
        for (Part part : parts) {
            int end = Math.min(to, at + part.longest());
            if (at == end && part.optional()) {
                continue;
            }
            if (end - at < part.shortest()) {
                return new Finding(Gs1Problem.TOO_SHORT, from, to - from);
            }
            Finding finding = part.check(text, at, end);
            if (finding != null) {
                return finding;
            }
            at = end;
        }
        return at < to ? new Finding(Gs1Problem.TOO_LONG, at, to - at) : null;
    }

    /**
     * What it stands together with.
     *
     * @param index its place among all
     * @param excluded the places of those that must not be in the same message
     * @param needs groups of which one must be there whole; each member is a set of places
     * @param needed the same groups as our table writes them
     * @param paths the choices of identifiers that may follow it in a link
     */
    record Pairing(
            int index,
            BitSet excluded,
            List<List<BitSet>> needs,
            String needed,
            List<List<String>> paths) {}

    @Override
    public String toString() {
        return "(" + code + ") " + name;
    }
}

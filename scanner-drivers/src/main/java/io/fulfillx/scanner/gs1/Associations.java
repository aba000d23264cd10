package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** What elements of one message mean for each other (GS1 General Specifications, 4.13, 4.14). */
final class Associations {
    private static final String SIGNATURE = "8030";

    /** Keys that name a kind until a serial number follows. */
    private static final Set<String> SERIAL_OPTIONAL = Set.of("253", "255", "8003");

    private Associations() {}

    /** The place of the first element that cannot be there, and why; null when all can. */
    static @Nullable Conflict conflict(List<Gs1Element> elements) {
        boolean signed = false;
        for (int i = 0; i < elements.size(); i++) {
            Gs1Element element = elements.get(i);
            ApplicationIdentifier identifier = element.identifier();
            signed |= identifier.code().equals(SIGNATURE);
            BitSet excluded = identifier.pairing().excluded();
            for (int k = 0; k < elements.size(); k++) {
                Gs1Element other = elements.get(k);
                if (k < i
                        && other.identifier() == identifier
                        && !other.value().equals(element.value())) {
                    return new Conflict(i, Gs1Problem.CONTRADICTION);
                }
                if (excluded.get(other.identifier().pairing().index())) {
                    return new Conflict(Math.max(i, k), Gs1Problem.EXCLUDED);
                }
            }
        }
        return signed ? unserialized(elements) : null;
    }

    private static @Nullable Conflict unserialized(List<Gs1Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Gs1Element element = elements.get(i);
            if (SERIAL_OPTIONAL.contains(element.ai())
                    && element.value().length() == element.identifier().shortest()) {
                return new Conflict(i, Gs1Problem.SERIAL_MISSING);
            }
        }
        return null;
    }

    /** An element that cannot be there. */
    record Conflict(int element, Gs1Problem problem) {}

    static List<Gs1Message.Missing> missing(Gs1Message message) {
        BitSet there = new BitSet();
        message.elements().forEach(each -> there.set(each.identifier().pairing().index()));
        List<Gs1Message.Missing> missing = new ArrayList<>();
        for (Gs1Element element : message.elements()) {
            ApplicationIdentifier.Pairing pairing = element.identifier().pairing();
            if (!pairing.needs().isEmpty()
                    && pairing.needs().stream().noneMatch(group -> whole(group, there))) {
                missing.add(new Gs1Message.Missing(element, pairing.needed()));
            }
        }
        return List.copyOf(missing);
    }

    private static boolean whole(List<BitSet> group, BitSet there) {
        return group.stream().allMatch(member -> member.intersects(there));
    }
}

package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** Collects the elements of one message, and where in the text each begins. */
final class MessageBuilder {
    private static final int MOST = 64;
    private static final int USUAL = 4;

    private Gs1Element[] elements = new Gs1Element[USUAL];
    private int[] starts = new int[USUAL];
    private int count;
    private int linear;

    /** Null, or that there are too many. */
    @Nullable Gs1Error add(ApplicationIdentifier identifier, String value, int start) {
        if (count == MOST) {
            return new Gs1Error(Gs1Problem.TOO_MANY_ELEMENTS, identifier.code(), start, 0);
        }
        if (count == elements.length) {
            elements = Arrays.copyOf(elements, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        elements[count] = new Gs1Element(identifier, value);
        starts[count++] = start;
        return null;
    }

    /** From here on it is the composite part. */
    void startComposite() {
        linear = count;
    }

    int count() {
        return count;
    }

    Gs1Outcome build() {
        if (count == 0) {
            return Gs1Error.at(Gs1Problem.EMPTY, 0, 0);
        }
        List<Gs1Element> all = List.of(Arrays.copyOf(elements, count));
        Associations.Conflict conflict = count == 1 ? null : Associations.conflict(all);
        if (conflict == null) {
            return new Gs1Message(all, linear == 0 ? count : linear);
        }
        Gs1Element element = all.get(conflict.element());
        return new Gs1Error(
                conflict.problem(),
                element.ai(),
                starts[conflict.element()],
                element.ai().length());
    }
}

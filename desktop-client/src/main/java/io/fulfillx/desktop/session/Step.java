package io.fulfillx.desktop.session;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The answer to one act of the operator: a record that carries values but no text. The screen looks
 * its text up by key.
 */
public interface Step {
    Tone tone();

    /** The record's values in order, for the placeholders {0}, {1}… of its text. */
    default List<Object> args() {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            try {
                values.add(component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every step is a public record", e);
            }
        }
        return List.copyOf(values);
    }

    /** Text key such as {@code pick-step.wrong-item}, made from the type's own name. */
    default String key() {
        return keyOf(getClass());
    }

    /** The key of a step type; lets a test ask that every type has its text. */
    static String keyOf(Class<?> type) {
        return kebab(type.getInterfaces()[0]) + "." + kebab(type);
    }

    private static String kebab(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("(?<=.)(?=\\p{Upper})", "-")
                .toLowerCase(Locale.ROOT);
    }
}

package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.LongPredicate;

/**
 * The limits of a value type, found by trying: what its constructor refuses cannot drift from what
 * is described.
 */
final class ValueLimits {
    private static final long LONGEST_TEXT = 10_000;

    private ValueLimits() {}

    static ObjectNode of(Class<?> type, ObjectNode schema) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?> value = constructor.getParameterTypes()[0];
        if (value == int.class) {
            LongPredicate takes = number -> takes(constructor, (int) number);
            range(schema, takes, Integer.MIN_VALUE, Integer.MAX_VALUE, "minimum", "maximum");
        } else if (value == String.class) {
            LongPredicate takes = length -> takes(constructor, "A".repeat((int) length));
            range(schema, takes, 0, LONGEST_TEXT, "minLength", "maxLength");
        }
        return schema;
    }

    private static void range(
            ObjectNode schema, LongPredicate takes, long least, long most, String min, String max) {
        if (!takes.test(1)) {
            return;
        }
        if (!takes.test(least)) {
            schema.put(min, edge(takes, 1, least));
        }
        if (!takes.test(most)) {
            schema.put(max, edge(takes, 1, most));
        }
    }

    /** The last value from a taken one towards a refused one that is taken. */
    private static long edge(LongPredicate takes, long taken, long refused) {
        long in = taken;
        long out = refused;
        while (Math.abs(out - in) > 1) {
            long middle = in + (out - in) / 2;
            if (takes.test(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private static boolean takes(Constructor<?> constructor, Object value) {
        try {
            return constructor.newInstance(value) != null;
        } catch (InvocationTargetException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be tried", e);
        }
    }
}

package io.fulfillx.backend.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A value in a condition, or a fact it is compared with. */
public sealed interface Operand {

    /** As people read it in a decision. */
    String words();

    record Text(String value) implements Operand {
        @Override
        public String words() {
            return "\"" + value + "\"";
        }
    }

    record Whole(long value) implements Operand {
        @Override
        public String words() {
            return Long.toString(value);
        }
    }

    record Flag(boolean value) implements Operand {
        @Override
        public String words() {
            return value ? "true" : "false";
        }
    }

    record Texts(List<String> values) implements Operand {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public String words() {
            return values.stream()
                    .map(value -> "\"" + value + "\"")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }
}

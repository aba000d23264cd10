package io.fulfillx.printing.virtual;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that will go wrong, such as {@code paper-out@label:12,for=3s; drop@byte:1500}. */
public record FaultPlan(List<FaultSpec> entries) {
    /** Nothing goes wrong by itself. */
    public static final FaultPlan NONE = new FaultPlan(List.of());

    public FaultPlan {
        entries = List.copyOf(entries);
    }

    /**
     * Reads entries separated by semicolons.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static FaultPlan parse(String text) {
        return new FaultPlan(
                Arrays.stream(text.split(";"))
                        .filter(entry -> !entry.isBlank())
                        .map(FaultSpec::parse)
                        .toList());
    }

    /** Reads back to the same plan. */
    @Override
    public String toString() {
        return entries.stream().map(FaultSpec::toString).collect(Collectors.joining("; "));
    }
}

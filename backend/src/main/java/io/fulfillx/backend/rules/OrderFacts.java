package io.fulfillx.backend.rules;

import java.util.List;

/** What rules can ask about an order. A text that is not known is empty, never null. */
public record OrderFacts(
        String channel,
        String country,
        String state,
        String postalCode,
        String city,
        long totalMinor,
        String currency,
        List<String> tags,
        String requestedService,
        boolean poBox,
        String emailDomain,
        List<LineFacts> lines) {
    public OrderFacts {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
    }

    public long totalQuantity() {
        return lines.stream().mapToLong(LineFacts::quantity).sum();
    }

    public long totalWeightGrams() {
        return lines.stream().mapToLong(line -> line.weightGrams() * line.quantity()).sum();
    }
}

package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.backend.orders.exchange.OrderDocument.LineDocument;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** Makes an order of a document, or says what is wrong with it, all of it at once. Pure. */
final class ReadDocument {
    private static final int MAX_TEXT = 255;
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_SKU = 128;
    private static final int MAX_LINES = 1_000;
    private static final int MAX_TAGS = 100;

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderDocument document;
    private final LongUnaryOperator lineOf;
    private final List<Problem> problems = new ArrayList<>();

    private ReadDocument(OrderDocument document, LongUnaryOperator lineOf) {
        this.document = document;
        this.lineOf = lineOf;
    }

    /**
     * @param known what is wrong already
     * @param lineOf the file's line in which an order line stands, by its place from 0
     */
    static FileOrder read(
            OrderDocument document, List<Problem> known, long rows, LongUnaryOperator lineOf) {
        ReadDocument reading = new ReadDocument(document, lineOf);
        reading.problems.addAll(known);
        ChannelOrder order = reading.order();
        String key = Objects.requireNonNullElse(document.channelOrderId(), "");
        boolean good = reading.problems.isEmpty();
        return new FileOrder(
                lineOf.applyAsLong(0), rows, key, good ? order : null, reading.problems);
    }

    private void wrong(long place, String field, String detail) {
        problems.add(new Problem(lineOf.applyAsLong(place), field, detail));
    }

    private @Nullable ChannelOrder order() {
        String id = text("channelOrderId", document.channelOrderId(), MAX_TEXT, 0);
        if (id == null && problems.isEmpty()) {
            wrong(0, "channelOrderId", "An order has an id of 1 to " + MAX_TEXT + " characters.");
        }
        Instant placed = document.placedAt();
        if (placed == null) {
            wrong(0, "placedAt", "A time such as 2026-03-02T09:15:00Z is expected.");
        }
        String currency = currency();
        List<ChannelLine> lines = lines(currency);
        String name = text("name", document.name(), MAX_TEXT, 0);
        String email = text("email", document.email(), MAX_TEXT, 0);
        String phone = text("phone", document.phone(), MAX_TEXT, 0);
        String note = text("note", document.note(), MAX_NOTE, 0);
        String service = text("requestedService", document.requestedService(), MAX_TEXT, 0);
        List<String> tags = document.tags() == null ? List.of() : document.tags();
        if (tags.size() > MAX_TAGS) {
            wrong(0, "tags", "An order has at most " + MAX_TAGS + " tags.");
        }
        tags.forEach(tag -> text("tags", tag, MAX_TEXT, 0));
        PaymentState payment = payment();
        if (id == null || placed == null || !problems.isEmpty()) {
            return null;
        }
        return new ChannelOrder(
                id,
                name == null ? id : name,
                placed,
                new Money(total(lines), currency),
                email,
                phone,
                address(document.shipTo()),
                note,
                tags,
                payment,
                null,
                Boolean.TRUE.equals(document.cancelled()) ? placed : null,
                false,
                service,
                lines,
                List.of());
    }

    /** A part that a file leaves out is an empty one. */
    private static @Nullable Address address(@Nullable Address to) {
        return to == null
                ? null
                : new Address(
                        Objects.requireNonNullElse(to.name(), ""),
                        to.company(),
                        Objects.requireNonNullElse(to.line1(), ""),
                        to.line2(),
                        Objects.requireNonNullElse(to.city(), ""),
                        to.stateCode(),
                        to.postalCode(),
                        Objects.requireNonNullElse(to.countryCode(), ""),
                        to.phone());
    }

    private @Nullable String text(String field, @Nullable String value, int max, long place) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > max) {
            wrong(place, field, "At most " + max + " characters are expected.");
        } else if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            wrong(place, field, "There are control characters in it.");
        }
        return value;
    }

    private String currency() {
        String code = document.currency();
        if (code == null || !CURRENCIES.contains(code)) {
            wrong(0, "currency", "A currency such as EUR is expected.");
            return "XXX";
        }
        return code;
    }

    private PaymentState payment() {
        String word = document.payment();
        if (word == null) {
            return PaymentState.UNKNOWN;
        }
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseGet(
                        () -> {
                            wrong(
                                    0,
                                    "payment",
                                    "One of "
                                            + Arrays.toString(PaymentState.values())
                                            + " is expected.");
                            return PaymentState.UNKNOWN;
                        });
    }

    private long total(List<ChannelLine> lines) {
        Long given = document.totalMinor();
        if (given != null) {
            return given;
        }
        return lines.stream()
                .mapToLong(line -> line.unitPrice().minor() * line.ordered().units())
                .sum();
    }

    private List<ChannelLine> lines(String currency) {
        List<LineDocument> given = document.lines() == null ? List.of() : document.lines();
        if (given.isEmpty() || given.size() > MAX_LINES) {
            wrong(0, "lines", "An order has 1 to " + MAX_LINES + " lines.");
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<ChannelLine> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ChannelLine line = line(given.get(i), i, currency);
            if (line != null) {
                if (!ids.add(line.channelLineId())) {
                    wrong(i, "lineId", "Another line of the order has this id.");
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable ChannelLine line(LineDocument line, int place, String currency) {
        Integer quantity = line.quantity();
        if (quantity == null || quantity < 0 || quantity > Quantity.MAX_UNITS) {
            wrong(place, "quantity", "A whole number of at least 0 is expected.");
            return null;
        }
        boolean ships = !Boolean.FALSE.equals(line.requiresShipping());
        int toShip = Objects.requireNonNullElse(line.toShip(), ships ? quantity : 0);
        if (toShip < 0 || toShip > quantity) {
            wrong(place, "toShip", "A whole number from 0 to the quantity is expected.");
            return null;
        }
        int grams = Objects.requireNonNullElse(line.unitWeightGrams(), 0);
        if (grams < 0) {
            wrong(place, "unitWeightGrams", "A weight of at least 0 is expected.");
            return null;
        }
        String sku = text("sku", line.sku(), MAX_SKU, place);
        String title = text("title", line.title(), MAX_TEXT, place);
        String id = text("lineId", line.lineId(), MAX_TEXT, place);
        if (sku != null && (sku.length() > MAX_SKU || sku.isBlank())) {
            return null;
        }
        return new ChannelLine(
                id == null ? Integer.toString(place + 1) : id,
                sku == null ? null : new Sku(sku),
                title == null ? Objects.requireNonNullElse(sku, "(no title)") : title,
                new Quantity(quantity),
                new Quantity(toShip),
                ships,
                new Weight(grams),
                new Money(Objects.requireNonNullElse(line.unitPriceMinor(), 0L), currency));
    }
}

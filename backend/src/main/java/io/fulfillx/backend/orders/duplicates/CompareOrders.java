package io.fulfillx.backend.orders.duplicates;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.duplicates.DuplicatePolicy.Reason;
import io.fulfillx.backend.orders.duplicates.SuspicionStore.State;
import io.fulfillx.backend.orders.duplicates.SuspicionStore.Suspicion;
import io.fulfillx.backend.orders.search.OrderFacts;
import io.fulfillx.backend.orders.search.OrderFactsStore;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays two orders side by side, field by field. */
final class CompareOrders {
    private final SuspicionStore suspicions = new SuspicionStore();
    private final OrderFactsStore facts = new OrderFactsStore();

    /** An order and the orders it may be the same as. */
    record Duplicates(OrderId orderId, List<Pairing> pairs) {}

    /**
     * One of them.
     *
     * @param score in hundredths
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pairing(
            OrderId otherOrderId,
            OrderId newerOrderId,
            int score,
            int threshold,
            List<Reason> reasons,
            State state,
            Instant foundAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<FieldPair> fields) {}

    /** One field of both, as people read it; absent where an order does not say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldPair(String field, @Nullable String ours, @Nullable String theirs, boolean equal) {}

    Duplicates of(Tx tx, OrderId order) {
        List<Suspicion> found = suspicions.of(tx, order);
        List<OrderId> ids =
                Stream.concat(
                                Stream.of(order),
                                found.stream().map(each -> each.other(order)).distinct())
                        .toList();
        Map<OrderId, OrderFacts> byId =
                facts.facts(tx, ids).stream()
                        .collect(Collectors.toMap(OrderFacts::orderId, Function.identity()));
        OrderFacts ours = Objects.requireNonNull(byId.get(order));
        return new Duplicates(
                order,
                found.stream()
                        .map(
                                each ->
                                        pairing(
                                                each,
                                                ours,
                                                Objects.requireNonNull(
                                                        byId.get(each.other(order)))))
                        .toList());
    }

    private static Pairing pairing(Suspicion suspicion, OrderFacts ours, OrderFacts theirs) {
        return new Pairing(
                theirs.orderId(),
                suspicion.newer(),
                suspicion.score(),
                suspicion.threshold(),
                suspicion.reasons(),
                suspicion.state(),
                suspicion.foundAt(),
                suspicion.decidedBy(),
                suspicion.decidedAt(),
                fields(ours, theirs));
    }

    private static List<FieldPair> fields(OrderFacts a, OrderFacts b) {
        List<FieldPair> fields = new ArrayList<>();
        add(fields, "number", a, b, order -> Long.toString(order.number()));
        add(fields, "name", a, b, OrderFacts::name);
        add(fields, "channelId", a, b, order -> order.channelId().toString());
        add(fields, "placedAt", a, b, order -> order.placedAt().toString());
        add(fields, "totalMinor", a, b, order -> Long.toString(order.total().minor()));
        add(fields, "currency", a, b, order -> order.total().currency());
        add(fields, "email", a, b, OrderFacts::email);
        add(fields, "phone", a, b, CompareOrders::phone);
        add(fields, "shipTo/name", a, b, order -> part(order, Address::name));
        add(fields, "shipTo/company", a, b, order -> part(order, Address::company));
        add(fields, "shipTo/line1", a, b, order -> part(order, Address::line1));
        add(fields, "shipTo/line2", a, b, order -> part(order, Address::line2));
        add(fields, "shipTo/city", a, b, order -> part(order, Address::city));
        add(fields, "shipTo/stateCode", a, b, order -> part(order, Address::stateCode));
        add(fields, "shipTo/postalCode", a, b, order -> part(order, Address::postalCode));
        add(fields, "shipTo/countryCode", a, b, order -> part(order, Address::countryCode));
        add(fields, "lines", a, b, CompareOrders::lines);
        add(fields, "tags", a, b, order -> String.join(", ", order.tags()));
        return fields;
    }

    private static void add(
            List<FieldPair> fields,
            String name,
            OrderFacts a,
            OrderFacts b,
            Function<OrderFacts, @Nullable String> read) {
        String ours = read.apply(a);
        String theirs = read.apply(b);
        fields.add(new FieldPair(name, ours, theirs, Objects.equals(ours, theirs)));
    }

    private static @Nullable String phone(OrderFacts order) {
        String own = order.phone();
        return own == null ? part(order, Address::phone) : own;
    }

    private static @Nullable String part(
            OrderFacts order, Function<Address, @Nullable String> read) {
        Address to = order.shipTo();
        return to == null ? null : read.apply(to);
    }

    private static String lines(OrderFacts order) {
        return order.lines().stream()
                .map(line -> line.units() + " x " + Objects.requireNonNullElse(line.sku(), "?"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

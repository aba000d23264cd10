package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.orders.search.OrderIndexStore.TermRow;
import io.fulfillx.backend.orders.search.OrderIndexStore.TextRow;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the words of orders; only those that changed are written. */
public final class IndexOrders implements FollowsOrders {
    private final OrderIndexStore store = new OrderIndexStore();

    @Override
    public void follow(Tx tx, List<OrderFacts> orders) {
        Map<UUID, Set<String>> kept =
                store.terms(tx, orders.stream().map(OrderFacts::orderId).toList());
        List<TermRow> gone = new ArrayList<>();
        List<TermRow> come = new ArrayList<>();
        List<TextRow> texts = new ArrayList<>();
        for (OrderFacts order : orders) {
            Words.Kept words = Words.of(order);
            Set<String> before = kept.getOrDefault(order.orderId().value(), Set.of());
            if (!before.equals(words.terms()) || !order.notes().isEmpty()) {
                texts.add(new TextRow(order.orderId(), words.terms(), words.text()));
            }
            before.stream()
                    .filter(term -> !words.terms().contains(term))
                    .forEach(term -> gone.add(new TermRow(order.orderId(), term)));
            words.terms().stream()
                    .filter(term -> !before.contains(term))
                    .forEach(term -> come.add(new TermRow(order.orderId(), term)));
        }
        store.forget(tx, gone);
        store.add(tx, come);
        store.keep(tx, texts);
    }
}

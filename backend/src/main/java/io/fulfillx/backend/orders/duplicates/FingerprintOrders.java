package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.orders.duplicates.FingerprintStore.FingerprintRow;
import io.fulfillx.backend.orders.search.FollowsOrders;
import io.fulfillx.backend.orders.search.OrderFacts;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps what orders are compared by: keyed hashes, another key for each organization. */
public final class FingerprintOrders implements FollowsOrders {
    private final Sealer sealer;
    private final FingerprintStore store = new FingerprintStore();

    public FingerprintOrders(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void follow(Tx tx, List<OrderFacts> orders) {
        store.keep(tx, orders.stream().map(order -> row(tx, order)).toList());
    }

    private FingerprintRow row(Tx tx, OrderFacts order) {
        Map<String, Integer> units = new TreeMap<>();
        for (OrderFacts.Line line : order.lines()) {
            String sku = line.sku();
            if (sku != null && line.units() > 0) {
                units.merge(sku, line.units(), Integer::sum);
            }
        }
        String phone =
                Stream.of(order.phone(), order.shipTo() == null ? null : order.shipTo().phone())
                        .map(NormalForm::phone)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new FingerprintRow(
                order.orderId(),
                order.channelId(),
                order.number(),
                order.placedAt(),
                order.total().currency(),
                order.total().minor(),
                hash(tx, "email", NormalForm.email(order.email())),
                hash(tx, "phone", phone),
                hash(tx, "address", NormalForm.address(order.shipTo())),
                // Hashed when the order came in.
                order.payment(),
                units.isEmpty() ? null : hash(tx, "skus", units.toString()),
                units);
    }

    private @Nullable String hash(Tx tx, String kind, @Nullable String text) {
        return text == null ? null : sealer.fingerprint(text, tx.org() + "/" + kind);
    }
}

package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.http.SharedChange;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.List;

/** Creating orders over HTTP; those that come at the same time share a commit. */
final class CreateOrderRoutes {
    private final CreateOrder createOrder;
    private final SharedChange<IncomingOrder> shared;

    CreateOrderRoutes(Transactions transactions, CreateOrder createOrder) {
        this.createOrder = createOrder;
        this.shared =
                new SharedChange<>(transactions, SharedCommit.Limits.standard(), this::create);
    }

    List<Route> routes() {
        return List.of(
                Route.postShared(
                                "/api/v1/orders",
                                Roles.LEADS,
                                "Create an order and reserve its stock",
                                NewOrder.class,
                                CreatedOrder.class,
                                this::create)
                        .creates()
                        .problems());
    }

    private Reply create(Call call) {
        IncomingOrder order =
                createOrder.read(call.org(), call.body(NewOrder.class), Actor.of(call));
        return shared.run(call, ReceiveOrder.LANE, order);
    }

    private List<Settled<Reply>> create(Tx tx, List<SharedChange.Asked<IncomingOrder>> asked) {
        return createOrder
                .create(tx, asked.stream().map(SharedChange.Asked::request).toList())
                .stream()
                .map(CreateOrderRoutes::reply)
                .toList();
    }

    private static Settled<Reply> reply(CreatedOrder created) {
        return Settled.done(created.wasHereBefore() ? Reply.ok(created) : Reply.created(created));
    }
}

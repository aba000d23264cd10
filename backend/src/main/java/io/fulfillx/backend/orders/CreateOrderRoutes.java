package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;

import java.util.List;

/** Creating orders over HTTP. */
final class CreateOrderRoutes {
    private final CreateOrder createOrder;

    CreateOrderRoutes(CreateOrder createOrder) {
        this.createOrder = createOrder;
    }

    List<Route> routes() {
        return List.of(
                Route.post(
                        "/api/v1/orders",
                        Roles.LEADS,
                        "Create an order and reserve its stock",
                        NewOrder.class,
                        CreatedOrder.class,
                        this::create));
    }

    private Reply create(Call call) {
        CreatedOrder created =
                createOrder.create(call.org(), call.body(NewOrder.class), Actor.of(call));
        return created.wasHereBefore() ? Reply.ok(created) : Reply.created(created);
    }
}

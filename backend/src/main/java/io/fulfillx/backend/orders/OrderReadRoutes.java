package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderDetailStore.OrderDetail;
import io.fulfillx.backend.orders.OrderListStore.OrderSummary;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.search.OrderFilter;
import io.fulfillx.backend.orders.search.SavedFilterStore;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Looking at orders over HTTP. */
final class OrderReadRoutes {
    private final Reads reads;
    private final OrderListStore list;
    private final OrderDetailStore details;
    private final SavedFilterStore savedFilters = new SavedFilterStore();

    OrderReadRoutes(Reads reads, OrderListStore list, OrderDetailStore details) {
        this.reads = reads;
        this.list = list;
        this.details = details;
    }

    record OrderPage(List<OrderSummary> items, @Nullable String nextCursor) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/orders",
                                Roles.FLOOR,
                                "List orders, newest first; filters status, held, channel"
                                        + " and search",
                                OrderPage.class,
                                this::orders)
                        .query(
                                Query.oneOf(
                                        "status", "Only orders in this state.", OrderStatus.class),
                                Query.flag("held", "Only orders that are held, or that are not."),
                                Query.text(
                                        "channel",
                                        "Only orders of the channel of this id, or of this kind of"
                                                + " shop, such as shopify."),
                                Query.text(
                                        "search",
                                        "What people type, such as sku:MUG tag:vip -hold:FRAUD."),
                                Query.id("filter", "As the saved filter of this id wants them."))
                        .paged()
                        .problems(),
                Route.get(
                                "/api/v1/orders/{orderId}",
                                Roles.FLOOR,
                                "Show an order with its lines, holds, notes and history",
                                OrderDetail.class,
                                this::detail)
                        .problems());
    }

    private Reply orders(Call call) {
        Optional<UUID> saved = call.queryId("filter");
        Optional<OrderFilter> typed =
                call.query("search").map(text -> new OrderFilter(text, null, null, null));
        typed.ifPresent(OrderFilter::condition);
        Function<List<OrderFilter>, OrderListStore.Filter> wanted =
                filters ->
                        new OrderListStore.Filter(
                                call.query("status").map(OrderStatus::valueOf),
                                call.query("held").map(Boolean::valueOf),
                                call.query("channel"),
                                Optional.of(OrderFilter.condition(filters)),
                                Page.after(call));
        int limit = call.limit();
        List<OrderSummary> found =
                reads.inOrg(
                        call.org(),
                        call.position(),
                        tx -> {
                            List<OrderFilter> filters = new ArrayList<>(typed.stream().toList());
                            saved.map(id -> saved(tx, call, id)).ifPresent(filters::add);
                            return list.list(tx, wanted.apply(filters), limit + 1);
                        });
        return Reply.ok(Page.of(found, limit, order -> order.orderId().value()));
    }

    private OrderFilter saved(Tx tx, Call call, UUID id) {
        return savedFilters
                .filter(tx, call.principal().subject(), id)
                .orElseThrow(
                        () ->
                                new Fault(
                                        Fault.Code.INVALID,
                                        "The parameter filter is no filter of yours, nor a shared"
                                                + " one."));
    }

    private Reply detail(Call call) {
        OrderId id = new OrderId(call.id("orderId", "order"));
        return Reply.ok(reads.inOrg(call.org(), call.position(), tx -> details.detail(tx, id)));
    }
}

package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.inventory.KeepStock.Kit;
import io.fulfillx.backend.inventory.KeepStock.KitWork;
import io.fulfillx.backend.inventory.KeepStock.Place;
import io.fulfillx.backend.inventory.KeepStock.Rules;
import io.fulfillx.backend.inventory.KeepStock.RulesView;
import io.fulfillx.backend.inventory.KeepStock.Warehouse;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.item.Sku;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How items are kept, warehouses and kits over HTTP. */
final class KeepingRoutes {
    private final KeepStock keep;

    KeepingRoutes(KeepStock keep) {
        this.keep = keep;
    }

    /** A page whose cursor is the last name in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedPage<T>(List<T> items, @Nullable String nextCursor) {
        static <T> NamedPage<T> of(List<T> rows, int limit, Function<T, String> name) {
            if (rows.size() <= limit) {
                return new NamedPage<>(rows, null);
            }
            List<T> items = rows.subList(0, limit);
            return new NamedPage<>(items, name.apply(items.getLast()));
        }
    }

    List<Route> routes() {
        return Stream.concat(keeping().stream(), kits().stream()).toList();
    }

    private List<Route> keeping() {
        return Stream.of(items(), places()).flatMap(List::stream).toList();
    }

    private List<Route> items() {
        return List.of(
                Route.get(
                                "/api/v1/stock/keeping",
                                Roles.FLOOR,
                                "How the item of a SKU is kept: lots, serials, packs, safety stock",
                                RulesView.class,
                                call -> Reply.ok(keep.rules(call.org(), sku(call))))
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .problems(Code.NOT_FOUND),
                Route.put(
                                "/api/v1/stock/keeping",
                                Roles.MANAGERS,
                                "Say how an item is kept",
                                Rules.class,
                                RulesView.class,
                                call -> Reply.ok(keep.put(call.org(), call.body(Rules.class))))
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW),
                Route.get(
                                "/api/v1/stock/lots",
                                Roles.FLOOR,
                                "List the lots of a SKU by name",
                                StockItemStore.LotView[].class,
                                this::lots)
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .paged()
                        .problems(Code.NOT_FOUND),
                Route.get(
                                "/api/v1/stock/serials",
                                Roles.FLOOR,
                                "List the serial numbers of a SKU and where each is",
                                StockItemStore.SerialView[].class,
                                this::serials)
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .paged()
                        .problems(Code.NOT_FOUND));
    }

    private List<Route> places() {
        return List.of(
                Route.get(
                                "/api/v1/warehouses",
                                Roles.FLOOR,
                                "List warehouses by code",
                                WarehouseStore.WarehouseView[].class,
                                this::warehouses)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/warehouses",
                                Roles.MANAGERS,
                                "Make or rename a warehouse",
                                Warehouse.class,
                                WarehouseStore.WarehouseView.class,
                                call ->
                                        Reply.created(
                                                keep.put(call.org(), call.body(Warehouse.class))))
                        .creates()
                        .problems(),
                Route.put(
                                "/api/v1/stock/places",
                                Roles.MANAGERS,
                                "Say in which warehouse a location is, and whether it is a bin or a"
                                        + " tote",
                                Place.class,
                                Place.class,
                                call -> Reply.ok(keep.put(call.org(), call.body(Place.class))))
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private List<Route> kits() {
        return List.of(
                Route.get(
                                "/api/v1/stock/kits",
                                Roles.FLOOR,
                                "Show what a kit is made of",
                                Kit.class,
                                call -> Reply.ok(keep.kit(call.org(), sku(call))))
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .problems(Code.NOT_FOUND),
                Route.put(
                                "/api/v1/stock/kits",
                                Roles.MANAGERS,
                                "Say what a kit is made of",
                                Kit.class,
                                Kit.class,
                                call -> Reply.ok(keep.put(call.org(), call.body(Kit.class))))
                        .problems(Code.NOT_FOUND),
                Route.post(
                                "/api/v1/stock/kits/assemble",
                                Roles.LEADS,
                                "Make kits of their components at one place",
                                KitWork.class,
                                MoveStock.Booked.class,
                                call -> workOnKits(call, true))
                        .creates()
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/kits/break",
                                Roles.LEADS,
                                "Take kits apart at one place",
                                KitWork.class,
                                MoveStock.Booked.class,
                                call -> workOnKits(call, false))
                        .creates()
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW));
    }

    private Reply workOnKits(Call call, boolean assemble) {
        return Reply.created(
                keep.work(call.org(), call.body(KitWork.class), assemble, Actor.of(call)));
    }

    /** The SKU that the query names. */
    static Sku sku(Call call) {
        try {
            return new Sku(call.query("sku").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new Fault(Fault.Code.INVALID, "The parameter sku is no SKU.");
        }
    }

    private static String after(Call call) {
        return call.query("cursor").orElse("");
    }

    private Reply lots(Call call) {
        int limit = call.limit();
        var found = keep.lots(call.org(), sku(call), after(call), limit + 1);
        return Reply.ok(NamedPage.of(found, limit, StockItemStore.LotView::lot));
    }

    private Reply serials(Call call) {
        int limit = call.limit();
        var found = keep.serials(call.org(), sku(call), after(call), limit + 1);
        return Reply.ok(NamedPage.of(found, limit, StockItemStore.SerialView::serial));
    }

    private Reply warehouses(Call call) {
        int limit = call.limit();
        var found = keep.warehouses(call.org(), after(call), limit + 1);
        return Reply.ok(NamedPage.of(found, limit, WarehouseStore.WarehouseView::code));
    }
}

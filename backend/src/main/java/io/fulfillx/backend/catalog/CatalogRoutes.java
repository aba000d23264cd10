package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.catalog.ItemChangeStore.ChangeView;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** Items over HTTP. */
final class CatalogRoutes {
    private final Transactions transactions;
    private final ItemStore items;
    private final KeepItems keep;

    CatalogRoutes(Transactions transactions, ItemStore items, KeepItems keep) {
        this.transactions = transactions;
        this.items = items;
        this.keep = keep;
    }

    record ItemPage(List<ItemView> items, @Nullable String nextCursor) {}

    /** An act that needs no words. */
    record Nothing() {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/items",
                                Roles.FLOOR,
                                "List items, newest first",
                                ItemPage.class,
                                this::list)
                        .query(
                                Query.text("query", "Part of SKU or title, or a whole barcode."),
                                Query.flag("archived", "Those no longer in use instead.")
                                        .whenAbsent("false"))
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/items",
                                Roles.MANAGERS,
                                "Add an item and, when it is new, its location",
                                ItemForm.class,
                                ItemView.class,
                                this::create)
                        .creates()
                        .problems(Code.CONFLICT),
                Route.get(
                                "/api/v1/items/{itemId}",
                                Roles.FLOOR,
                                "Show an item with all that is known of it",
                                ItemView.class,
                                call -> one(call, tx -> keep.find(tx, id(call))))
                        .problems(),
                Route.put(
                                "/api/v1/items/{itemId}",
                                Roles.MANAGERS,
                                "Write an item anew; what is left out is forgotten",
                                ItemForm.class,
                                ItemView.class,
                                this::replace)
                        .problems(Code.CONFLICT),
                Route.patch(
                                "/api/v1/items/{itemId}",
                                Roles.MANAGERS,
                                "Change some fields; null removes one (RFC 7396)",
                                Object.class,
                                ItemView.class,
                                this::patch)
                        .problems(Code.CONFLICT, Code.INVALID, Code.MALFORMED),
                Route.get(
                                "/api/v1/items/{itemId}/history",
                                Roles.FLOOR,
                                "List an item's changes, newest first",
                                ChangeView[].class,
                                this::history)
                        .paged()
                        .problems(),
                archive("archive", "Take an item out of use; its history stays", true),
                archive("unarchive", "Take an item into use again", false));
    }

    private Route archive(String name, String summary, boolean gone) {
        return Route.post(
                        "/api/v1/items/{itemId}/" + name,
                        Roles.MANAGERS,
                        summary,
                        Nothing.class,
                        ItemView.class,
                        call -> one(call, tx -> keep.archive(tx, id(call), gone, Actor.of(call))))
                .problems();
    }

    static ItemId id(Call call) {
        return new ItemId(call.id("itemId", "item"));
    }

    private Reply one(Call call, Function<Tx, ItemStore.Entry> work) {
        return Reply.ok(ItemView.of(transactions.inOrg(call.org(), work)));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        boolean archived = call.query("archived").filter("true"::equals).isPresent();
        ItemStore.Filter filter =
                new ItemStore.Filter(call.query("query"), archived, Page.after(call));
        List<ItemStore.Entry> found =
                transactions.inOrg(call.org(), tx -> items.entries(tx, filter, limit + 1));
        return Reply.ok(
                Page.of(
                        found.stream().map(ItemView::of).toList(),
                        limit,
                        view -> view.itemId().value()));
    }

    private Reply create(Call call) {
        ItemFacts facts = ItemPolicy.facts(call.body(ItemForm.class));
        return Reply.created(
                ItemView.of(
                        transactions.inOrg(
                                call.org(), tx -> keep.create(tx, facts, Actor.of(call)))));
    }

    private Reply replace(Call call) {
        ItemForm form = call.body(ItemForm.class);
        return one(call, tx -> keep.replace(tx, id(call), form, Actor.of(call)));
    }

    private Reply patch(Call call) {
        JsonNode patch = call.body(JsonNode.class);
        return one(call, tx -> keep.patch(tx, id(call), patch, Actor.of(call)));
    }

    /** A cursor is the version of the last row. */
    private Reply history(Call call) {
        int limit = call.limit();
        int before = call.query("cursor").map(CatalogRoutes::version).orElse(Integer.MAX_VALUE);
        List<ChangeView> found =
                transactions.inOrg(call.org(), tx -> keep.history(tx, id(call), before, limit + 1));
        if (found.size() <= limit) {
            return Reply.ok(new Page<>(found, null));
        }
        List<ChangeView> page = found.subList(0, limit);
        return Reply.ok(new Page<>(page, Integer.toString(page.getLast().version())));
    }

    private static int version(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Fault(
                    Code.INVALID, "The parameter cursor is not one that this list gave out.");
        }
        return Integer.parseInt(text);
    }
}

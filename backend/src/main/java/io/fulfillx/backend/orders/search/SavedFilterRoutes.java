package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.orders.search.SavedFilterStore.SavedFilter;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Filters of the order list that people keep, over HTTP. */
public final class SavedFilterRoutes {
    private static final String PATH = "/api/v1/saved-filters";
    private static final int MAX_NAME = 80;

    /** Counting goes no further; a busy filter would cost more than its number is worth. */
    private static final int MOST_COUNTED = 10_000;

    private final Transactions transactions;
    private final Supplier<UUID> ids;
    private final SavedFilterStore store = new SavedFilterStore();
    private final FilteredOrdersStore orders = new FilteredOrdersStore();

    public SavedFilterRoutes(Transactions transactions, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Nothing needs to be said. */
    record Nothing() {}

    /** A filter to be kept; shared ones are seen by the whole organization. */
    record NewFilter(
            @Nullable String name, @Nullable Boolean shared, @Nullable OrderFilter filter) {}

    /**
     * A filter and how much it finds.
     *
     * @param mine whether the reader may change it
     * @param orders that it means now, counted to 10,000 at most
     */
    record FilterView(
            UUID filterId,
            String name,
            boolean shared,
            boolean mine,
            OrderFilter filter,
            int orders,
            Instant createdAt) {}

    record FilterPage(List<FilterView> items, @Nullable String nextCursor) {}

    /** It is gone. */
    record Removed(boolean removed) {}

    public List<Route> routes() {
        return List.of(
                Route.get(
                                PATH,
                                Roles.FLOOR,
                                "List own and shared filters with the number of their orders",
                                FilterPage.class,
                                this::list)
                        .paged()
                        .problems(),
                Route.post(
                                PATH,
                                Roles.FLOOR,
                                "Keep a filter of the order list under a name",
                                NewFilter.class,
                                FilterView.class,
                                this::add)
                        .creates()
                        .problems(Fault.Code.CONFLICT),
                Route.put(
                                PATH + "/{filterId}",
                                Roles.FLOOR,
                                "Change an own filter: its name, what it finds, who sees it",
                                NewFilter.class,
                                FilterView.class,
                                this::change)
                        .problems(Fault.Code.CONFLICT),
                Route.post(
                                PATH + "/{filterId}/remove",
                                Roles.FLOOR,
                                "Remove an own filter",
                                Nothing.class,
                                Removed.class,
                                this::remove)
                        .problems());
    }

    private static UUID id(Call call) {
        return call.id("filterId", "filter");
    }

    private static UUID reader(Call call) {
        return call.principal().subject();
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID after = Page.after(call).orElse(null);
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            Page<SavedFilter> page =
                                    Page.of(
                                            store.list(tx, reader(call), after, limit + 1),
                                            limit,
                                            SavedFilter::filterId);
                            return new Page<>(
                                    page.items().stream()
                                            .map(saved -> view(tx, call, saved))
                                            .toList(),
                                    page.nextCursor());
                        }));
    }

    private FilterView view(Tx tx, Call call, SavedFilter saved) {
        return new FilterView(
                saved.filterId(),
                saved.name(),
                saved.shared(),
                saved.owner().equals(reader(call)),
                saved.filter(),
                orders.count(tx, saved.filter(), MOST_COUNTED),
                saved.createdAt());
    }

    /** What is to be kept, looked at. */
    private record Wanted(String name, boolean shared, OrderFilter filter) {
        static Wanted of(Call call) {
            NewFilter body = call.body(NewFilter.class);
            String name = PlainText.of(body.name(), "/name", MAX_NAME);
            OrderFilter filter = body.filter();
            if (filter == null) {
                throw Fault.invalid("/filter", "This field is required.");
            }
            return new Wanted(name, Boolean.TRUE.equals(body.shared()), filter.checked());
        }
    }

    private Reply add(Call call) {
        Wanted wanted = Wanted.of(call);
        UUID owner = reader(call);
        return transactions.inOrg(
                call.org(),
                tx -> {
                    UUID id = ids.get();
                    if (!store.insert(
                            tx, owner, id, wanted.name(), wanted.shared(), wanted.filter())) {
                        throw taken();
                    }
                    return Reply.created(view(tx, call, found(tx, owner, id)));
                });
    }

    private Reply change(Call call) {
        Wanted wanted = Wanted.of(call);
        UUID owner = reader(call);
        UUID id = id(call);
        return transactions.inOrg(
                call.org(),
                tx -> {
                    requireOwn(tx, owner, id);
                    if (!store.update(
                            tx, owner, id, wanted.name(), wanted.shared(), wanted.filter())) {
                        throw taken();
                    }
                    return Reply.ok(view(tx, call, found(tx, owner, id)));
                });
    }

    private Reply remove(Call call) {
        UUID owner = reader(call);
        UUID id = id(call);
        return transactions.inOrg(
                call.org(),
                tx -> {
                    requireOwn(tx, owner, id);
                    return Reply.ok(new Removed(store.delete(tx, owner, id)));
                });
    }

    private SavedFilter found(Tx tx, UUID reader, UUID id) {
        return store.find(tx, reader, id).orElseThrow(() -> Fault.notFound("filter"));
    }

    private void requireOwn(Tx tx, UUID reader, UUID id) {
        if (!found(tx, reader, id).owner().equals(reader)) {
            throw new Fault(
                    Fault.Code.FORBIDDEN, "This filter is shared by somebody else. Keep your own.");
        }
    }

    private static Fault taken() {
        return new Fault(Fault.Code.CONFLICT, "You have another filter of that name.", "/name");
    }
}

package io.fulfillx.backend.orders.notes;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.orders.notes.MentionStore.Mention;
import io.fulfillx.backend.orders.notes.NoteStore.NoteView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Notes, tags and the reader's inbox over HTTP. */
public final class NoteRoutes {
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_TAG = 100;
    private static final int MOST_TAGS = 50;

    private final Transactions transactions;
    private final OrderActs orders;
    private final EditNote editNote;
    private final MentionStore mentions;

    public NoteRoutes(Transactions transactions, OrderActs orders, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.orders = orders;
        this.editNote = new EditNote(orders, ids);
        this.mentions = new MentionStore(ids);
    }

    record NewText(@Field(needed = true, min = 1, max = MAX_NOTE) @Nullable String text) {}

    /** Nothing needs to be said. */
    record Nothing() {}

    record TagChange(
            @Field(max = MOST_TAGS) @Nullable List<@Nullable String> add,
            @Field(max = MOST_TAGS) @Nullable List<@Nullable String> remove) {}

    record Tags(OrderId orderId, List<String> tags) {}

    /** A page of what was said to the reader, newest first, and how much of all is unread. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Inbox(int unread, List<Mention> items, @Nullable String nextCursor) {}

    record Unread(int unread) {}

    public List<Route> routes() {
        return Stream.of(writing(), reading()).flatMap(List::stream).toList();
    }

    private List<Route> writing() {
        return List.of(
                Route.get(
                                "/api/v1/orders/{orderId}/notes",
                                Roles.FLOOR,
                                "List an order's notes with mentions and what they said before",
                                NoteView[].class,
                                this::notes)
                        .problems(),
                Route.put(
                                "/api/v1/orders/{orderId}/notes/{noteId}",
                                Roles.FLOOR,
                                "Edit a note of one's own; what it said is kept",
                                NewText.class,
                                NoteView.class,
                                this::edit)
                        .problems(),
                Route.post(
                                "/api/v1/orders/{orderId}/notes/{noteId}/resolve",
                                Roles.FLOOR,
                                "Say that a note is dealt with",
                                Nothing.class,
                                NoteView.class,
                                call ->
                                        act(
                                                call,
                                                (tx, note) ->
                                                        editNote.resolve(
                                                                tx,
                                                                order(call),
                                                                note,
                                                                Actor.of(call))))
                        .problems(),
                Route.post(
                                "/api/v1/orders/{orderId}/notes/{noteId}/reopen",
                                Roles.FLOOR,
                                "Say that a note is not dealt with after all",
                                Nothing.class,
                                NoteView.class,
                                call ->
                                        act(
                                                call,
                                                (tx, note) ->
                                                        editNote.reopen(
                                                                tx,
                                                                order(call),
                                                                note,
                                                                Actor.of(call))))
                        .problems());
    }

    private List<Route> reading() {
        return List.of(
                Route.post(
                                "/api/v1/orders/{orderId}/tags",
                                Roles.FLOOR,
                                "Add tags to an order and take others off",
                                TagChange.class,
                                Tags.class,
                                this::tags)
                        .problems(),
                Route.get(
                                "/api/v1/inbox",
                                Roles.FLOOR,
                                "List notes that speak to the reader, newest first",
                                Inbox.class,
                                this::inbox)
                        .query(
                                Query.flag("unread", "Only those that were not read yet.")
                                        .whenAbsent("false"))
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/inbox/{mentionId}/read",
                                Roles.FLOOR,
                                "Mark one of the inbox as read",
                                Nothing.class,
                                Unread.class,
                                this::read)
                        .problems(),
                Route.post(
                                "/api/v1/inbox/read",
                                Roles.FLOOR,
                                "Mark the whole inbox as read",
                                Nothing.class,
                                Unread.class,
                                this::readAll)
                        .problems());
    }

    private static OrderId order(Call call) {
        return new OrderId(call.id("orderId", "order"));
    }

    private Reply notes(Call call) {
        OrderId order = order(call);
        return Reply.ok(
                new Page<>(transactions.inOrg(call.org(), tx -> editNote.of(tx, order)), null));
    }

    private Reply edit(Call call) {
        String text = PlainText.of(call.body(NewText.class).text(), "/text", MAX_NOTE);
        return act(call, (tx, note) -> editNote.edit(tx, order(call), note, text, Actor.of(call)));
    }

    private Reply act(Call call, BiFunction<Tx, UUID, NoteView> work) {
        UUID note = call.id("noteId", "note");
        return Reply.ok(transactions.inOrg(call.org(), tx -> work.apply(tx, note)));
    }

    private Reply tags(Call call) {
        TagChange body = call.body(TagChange.class);
        List<String> add = clean(body.add(), "/add");
        List<String> remove = clean(body.remove(), "/remove");
        if (add.isEmpty() && remove.isEmpty()) {
            throw Fault.invalid("/add", "Tags to add or to remove are expected.");
        }
        OrderId order = order(call);
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            boolean _ = orders.tag(tx, order, add, remove, Actor.of(call));
                            return new Tags(order, orders.lock(tx, order).tags());
                        }));
    }

    private static List<String> clean(@Nullable List<@Nullable String> tags, String pointer) {
        List<@Nullable String> given = tags == null ? List.of() : tags;
        if (given.size() > MOST_TAGS) {
            throw Fault.invalid(pointer, "There are at most " + MOST_TAGS + " tags at a time.");
        }
        return given.stream().map(tag -> PlainText.of(tag, pointer, MAX_TAG)).toList();
    }

    private Reply inbox(Call call) {
        int limit = call.limit();
        boolean unreadOnly = call.query("unread").map("true"::equals).orElse(false);
        Optional<UUID> after = Page.after(call);
        UUID reader = call.principal().subject();
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            Page<Mention> page =
                                    Page.of(
                                            mentions.inbox(
                                                    tx, reader, unreadOnly, after, limit + 1),
                                            limit,
                                            Mention::mentionId);
                            return new Inbox(
                                    mentions.unread(tx, reader), page.items(), page.nextCursor());
                        }));
    }

    private Reply read(Call call) {
        UUID mention = call.id("mentionId", "message");
        UUID reader = call.principal().subject();
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            if (!mentions.read(tx, reader, mention)) {
                                throw Fault.notFound("message");
                            }
                            return new Unread(mentions.unread(tx, reader));
                        }));
    }

    private Reply readAll(Call call) {
        UUID reader = call.principal().subject();
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            mentions.readAll(tx, reader);
                            return new Unread(0);
                        }));
    }
}

package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.orders.notes.AttachmentStore.Attachment;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrderId;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Files of orders over HTTP. */
public final class AttachmentRoutes {
    private static final String PATH = "/api/v1/orders/{orderId}/attachments";
    private static final int MAX_NAME = 200;

    private final Transactions transactions;
    private final KeepAttachments attachments;

    public AttachmentRoutes(
            Transactions transactions,
            OrderActs orders,
            ObjectStore objects,
            Outbox outbox,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.attachments = new KeepAttachments(orders, objects, outbox, ids);
    }

    /** Nothing needs to be said. */
    record Nothing() {}

    /** It is gone. */
    record Removed(boolean removed) {}

    public List<Route> routes() {
        return List.of(
                Route.get(
                                PATH,
                                Roles.FLOOR,
                                "List the files that are attached to an order",
                                Attachment[].class,
                                this::list)
                        .named("listOrderAttachments")
                        .problems(),
                Route.post(
                                PATH,
                                Roles.FLOOR,
                                "Attach a file: a PDF, PNG, JPEG, WebP or text of up to 4 MB",
                                byte[].class,
                                Attachment.class,
                                this::add)
                        .query(Query.text("name", "What the file is called.").needed())
                        .takes("application/octet-stream")
                        .creates()
                        .problems(Fault.Code.NOT_ALLOWED_NOW),
                Route.get(
                                PATH + "/{attachmentId}",
                                Roles.FLOOR,
                                "Download an attached file",
                                byte[].class,
                                this::read)
                        .gives("application/octet-stream")
                        .problems(),
                Route.post(
                                PATH + "/{attachmentId}/remove",
                                Roles.LEADS,
                                "Delete an attached file; the history keeps that it was there",
                                Nothing.class,
                                Removed.class,
                                this::remove)
                        .problems());
    }

    private static OrderId order(Call call) {
        return new OrderId(call.id("orderId", "order"));
    }

    private static UUID id(Call call) {
        return call.id("attachmentId", "attachment");
    }

    private Reply list(Call call) {
        OrderId order = order(call);
        return Reply.ok(
                new Page<>(
                        transactions.inOrg(call.org(), tx -> attachments.list(tx, order)), null));
    }

    private Reply add(Call call) {
        String name = PlainText.of(call.query("name").orElse(null), "", MAX_NAME);
        if (name.chars().anyMatch(c -> c == '/' || c == '\\' || c == '\n')) {
            throw new Fault(Fault.Code.INVALID, "The parameter name is a file's name, no path.");
        }
        OrderId order = order(call);
        return Reply.created(
                transactions.inOrg(
                        call.org(),
                        tx -> attachments.add(tx, order, name, call.rawBody(), Actor.of(call))));
    }

    private Reply read(Call call) {
        OrderId order = order(call);
        UUID id = id(call);
        KeepAttachments.Download found =
                transactions.inOrg(call.org(), tx -> attachments.read(tx, order, id));
        Attachment attachment = found.attachment();
        return Reply.file(attachment.mediaType(), attachment.name(), found.content());
    }

    private Reply remove(Call call) {
        OrderId order = order(call);
        UUID id = id(call);
        return transactions.inOrg(
                call.org(),
                tx -> {
                    attachments.remove(tx, order, id, Actor.of(call));
                    return Reply.ok(new Removed(true));
                });
    }
}

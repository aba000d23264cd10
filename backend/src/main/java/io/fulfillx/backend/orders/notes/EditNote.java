package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.notes.NoteStore.Locked;
import io.fulfillx.backend.orders.notes.NoteStore.NoteView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes notes; what they said before stays readable. */
final class EditNote {
    private final OrderActs orders;
    private final NoteStore notes = new NoteStore();
    private final MentionStore mentions;

    EditNote(OrderActs orders, Supplier<UUID> ids) {
        this.orders = orders;
        this.mentions = new MentionStore(ids);
    }

    /** Oldest first. */
    List<NoteView> of(Tx tx, OrderId order) {
        orders.mustExist(tx, order);
        return notes.of(tx, order);
    }

    /**
     * @throws Fault NOT_FOUND, or FORBIDDEN when somebody else wrote it
     */
    NoteView edit(Tx tx, OrderId order, UUID id, String text, String actor) {
        Locked note = lock(tx, order, id);
        if (!note.author().equals(actor)) {
            throw new Fault(Fault.Code.FORBIDDEN, "Only who wrote a note may edit it.");
        }
        if (!note.text().equals(text)) {
            notes.edit(tx, id, note.text(), text, actor);
            mentions.mention(tx, id, order, Mentions.in(text), actor);
            orders.tell(tx, order, actor, "NOTE_EDITED", "Before: " + note.text());
        }
        return notes.get(tx, order, id);
    }

    /** A resolved note stays resolved. */
    NoteView resolve(Tx tx, OrderId order, UUID id, String actor) {
        if (!lock(tx, order, id).resolved()) {
            notes.resolve(tx, id, actor);
            orders.tell(tx, order, actor, "NOTE_RESOLVED", "Note " + id + ".");
        }
        return notes.get(tx, order, id);
    }

    NoteView reopen(Tx tx, OrderId order, UUID id, String actor) {
        if (lock(tx, order, id).resolved()) {
            notes.reopen(tx, id);
            orders.tell(tx, order, actor, "NOTE_REOPENED", "Note " + id + ".");
        }
        return notes.get(tx, order, id);
    }

    private Locked lock(Tx tx, OrderId order, UUID id) {
        return notes.lock(tx, order, id).orElseThrow(() -> Fault.notFound("note"));
    }
}

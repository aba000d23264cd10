package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.UUID;
import java.util.function.Supplier;

/** Writes a note of an order and tells the people that it speaks to. */
public final class WriteNote {
    private final NoteStore notes = new NoteStore();
    private final MentionStore mentions;
    private final Supplier<UUID> ids;

    public WriteNote(Supplier<UUID> ids) {
        this.ids = ids;
        this.mentions = new MentionStore(ids);
    }

    /**
     * @param text 1 to 4,000 characters; {@code @anna} speaks to the person whose e-mail address
     *     begins so
     */
    public void write(Tx tx, OrderId order, String text, String author) {
        UUID note = ids.get();
        notes.insert(tx, note, order, text, author);
        mentions.mention(tx, note, order, Mentions.in(text), author);
    }
}

package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.List;
import java.util.UUID;

/** Changes in an order that no reader can miss anything of. */
public interface FeedSource {
    /** Where the feed ends now: whatever is not yet visible to readers comes after it. */
    Cursor end(Tx tx);

    /** The changes that concern a station. */
    List<Change> read(Tx tx, Cursor after, UUID station, int limit);
}

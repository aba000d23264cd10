package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.event.Feed.Cursor;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a station is: in the feed, or still taking the jobs that were there when it began.
 *
 * @param after the last parcel it took at the beginning; empty once it follows the feed
 */
record FeedPlace(Cursor cursor, Optional<UUID> after) {
    private static final UUID NONE = new UUID(0, 0);

    static FeedPlace beginning(Cursor end) {
        return new FeedPlace(end, Optional.of(NONE));
    }

    FeedPlace took(UUID parcel) {
        return new FeedPlace(cursor, Optional.of(parcel));
    }

    FeedPlace following() {
        return new FeedPlace(cursor, Optional.empty());
    }

    boolean isFirst() {
        return after.filter(NONE::equals).isPresent();
    }

    /** Reads a cursor that this record wrote; empty when it is none. */
    static Optional<FeedPlace> find(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return cursor(text).map(cursor -> new FeedPlace(cursor, Optional.empty()));
        }
        try {
            UUID after = UUID.fromString(text.substring(dot + 1));
            return cursor(text.substring(0, dot))
                    .map(cursor -> new FeedPlace(cursor, Optional.of(after)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> cursor(String text) {
        return Cursor.find(text.replace('-', ':'));
    }

    /** Only characters that stand in a query string as they are. */
    @Override
    public String toString() {
        String place = cursor.toString().replace(':', '-');
        return place + after.map(parcel -> "." + parcel).orElse("");
    }
}

package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.event.Feed.Cursor;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a reader is: in the feed, or still taking what was there when it began.
 *
 * @param after the last thing it took at the beginning; empty once it follows the feed
 */
public record FeedPlace(Cursor cursor, Optional<UUID> after) {
    /**
     * SQL: whether the column {@code told} holds no place that {@code :place} reaches. The earliest
     * of several pages that told the same counts: whoever goes on behind it was told.
     */
    public static final String IS_EARLIER =
            """
            (told is null or split_part(told, '-', 1) <> split_part(:place, '-', 1)
              or (cast(split_part(:place, '-', 2) as numeric),
                  cast(split_part(split_part(:place, '-', 3), '.', 1) as numeric))
                < (cast(split_part(told, '-', 2) as numeric),
                  cast(split_part(split_part(told, '-', 3), '.', 1) as numeric)))
            """;

    private static final UUID NONE = new UUID(0, 0);

    public static FeedPlace beginning(Cursor end) {
        return new FeedPlace(end, Optional.of(NONE));
    }

    public FeedPlace took(UUID id) {
        return new FeedPlace(cursor, Optional.of(id));
    }

    public FeedPlace following() {
        return new FeedPlace(cursor, Optional.empty());
    }

    public boolean isFirst() {
        return after.filter(NONE::equals).isPresent();
    }

    /**
     * Whether somebody who goes on from here was told all that another page told which ended there.
     */
    public boolean reaches(FeedPlace told) {
        if (!cursor.epoch().equals(told.cursor.epoch())) {
            return false;
        } else if (cursor.isBeyond(told.cursor)) {
            return true;
        }
        boolean same = cursor.xid().equals(told.cursor.xid());
        if (!same || cursor.seq() != told.cursor.seq()) {
            return same && cursor.seq() > told.cursor.seq();
        }
        // Ids are told in the order of their text; whoever follows was told all of them.
        return after.isEmpty()
                || told.after
                        .filter(it -> it.toString().compareTo(after.get().toString()) <= 0)
                        .isPresent();
    }

    /** Whether that text, of an earlier page, reaches to the end of another. */
    public static boolean reaches(String place, String told) {
        return find(place).flatMap(at -> find(told).filter(at::reaches)).isPresent();
    }

    /** Reads a cursor that this record wrote; empty when it is none. */
    public static Optional<FeedPlace> find(String text) {
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

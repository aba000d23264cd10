package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;

import java.io.IOException;
import java.time.Duration;

/**
 * What station and server say to each other to stay alike. An {@link IOException} means that nobody
 * knows whether the server got it, a {@link ServerRefusal} that it answered otherwise.
 */
public interface ServerLine {
    /** Asks how to go on with the journal. */
    JournalOpened open(StationIdentity identity, OpenJournal opening)
            throws IOException, InterruptedException, ServerRefusal;

    /** Sends rows of the journal as they were signed. */
    BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch)
            throws IOException, InterruptedException, ServerRefusal;

    /** The highest journal row of that epoch the server holds; 0 for none. */
    long lastN(StationIdentity identity, String epoch)
            throws IOException, InterruptedException, ServerRefusal;

    /** Waits at the server until there is something new, at most so long. */
    FeedPage feed(StationIdentity identity, String cursor, Duration wait)
            throws IOException, InterruptedException, ServerRefusal;
}

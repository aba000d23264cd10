package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.station.FeedPage;

import java.io.IOException;
import java.time.Duration;

/** Takes in what is new for the station, page by page. */
public final class PullFeed {
    private final StationStore store;
    private final StationIdentity identity;
    private final ServerLine line;
    private final SendJournal sender;

    public PullFeed(
            StationStore store, StationIdentity identity, ServerLine line, SendJournal sender) {
        this.sender = sender;
        this.store = store;
        this.identity = identity;
        this.line = line;
    }

    /**
     * Takes one page.
     *
     * @param wait how long the server may wait for news
     */
    public FeedPage round(Duration wait) throws IOException, InterruptedException, ServerRefusal {
        FeedPage page = line.feed(identity, store.cursor().orElse(""), wait);
        store.apply(page);
        if (page.reset()) {
            // A database that was put back has lost rows of the journal, too.
            sender.reopen();
        }
        return page;
    }
}

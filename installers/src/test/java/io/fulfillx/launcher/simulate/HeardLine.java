package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A line on which somebody writes down each verdict. */
record HeardLine(ServerLine line, List<String> said, String station) implements ServerLine {
    @Override
    public JournalOpened open(StationIdentity identity, OpenJournal opening)
            throws IOException, InterruptedException, ServerRefusal {
        return line.open(identity, opening);
    }

    @Override
    public BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch)
            throws IOException, InterruptedException, ServerRefusal {
        BatchReply reply = line.push(identity, batch);
        reply.verdicts()
                .forEach(
                        it ->
                                said.add(
                                        "%s: %d %s %s"
                                                .formatted(
                                                        station, it.n(), it.verdict(), it.code())));
        return reply;
    }

    @Override
    public long lastN(StationIdentity identity, String epoch)
            throws IOException, InterruptedException, ServerRefusal {
        return line.lastN(identity, epoch);
    }

    @Override
    public FeedPage feed(StationIdentity identity, String cursor, Duration wait)
            throws IOException, InterruptedException, ServerRefusal {
        return line.feed(identity, cursor, wait);
    }
}

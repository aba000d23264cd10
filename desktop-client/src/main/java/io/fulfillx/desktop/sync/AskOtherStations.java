package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.sync.RecallRequest;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Asks the server in the station's name. */
public final class AskOtherStations implements OtherStations {
    private final StationIdentity identity;
    private final ServerClient client;

    public AskOtherStations(StationIdentity identity, ServerClient client) {
        this.identity = identity;
        this.client = client;
    }

    private interface Question {
        List<ClaimNotice> ask() throws IOException, InterruptedException, ServerRefusal;
    }

    @Override
    public Answer find(RecallRequest code) {
        return answer(() -> client.holders(identity, code));
    }

    @Override
    public Answer take(RecallRequest code, UUID key) {
        return answer(() -> client.recall(identity, code, key));
    }

    private static Answer answer(Question question) {
        try {
            return new Answer.Claims(question.ask());
        } catch (IOException e) {
            return new Answer.Silence();
        } catch (ServerRefusal e) {
            return e.passing() ? new Answer.Silence() : new Answer.Refusal(e.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silence();
        }
    }
}

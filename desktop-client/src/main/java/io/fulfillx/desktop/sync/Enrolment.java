package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.sync.EnrolReply;
import io.fulfillx.model.sync.EnrolRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Introduces a station to its server, once in its life. */
public final class Enrolment {
    private final StationStore store;

    public Enrolment(StationStore store) {
        this.store = store;
    }

    /**
     * @param organization the slug of the organisation
     * @param code the one-time code a manager made for this station
     */
    public EnrolOutcome enrol(URI server, String organization, String code) {
        Optional<StationIdentity> known = store.identity();
        if (known.isPresent()) {
            return new EnrolOutcome.AlreadyEnrolled(known.get().stationName());
        }
        return ask(server, organization, code, null);
    }

    /**
     * Makes the server take this station's key anew, after the one it knew was lost. What is not
     * answered stays, and is sent afterwards.
     */
    public EnrolOutcome again(URI server, String organization, String code) {
        return ask(server, organization, code, store.identity().orElse(null));
    }

    /**
     * @param known which station it has to be; null for any
     */
    private EnrolOutcome ask(
            URI server, String organization, String code, @Nullable StationIdentity known) {
        try (ServerClient client = new ServerClient(server)) {
            EnrolReply reply =
                    client.enrol(
                            new EnrolRequest(
                                    organization,
                                    code.strip(),
                                    MachineId.hostName(),
                                    store.outgoing().publicKey()));
            if (known != null && !known.stationId().equals(reply.stationId())) {
                return new EnrolOutcome.Failed("the code is of another station");
            }
            store.identity(
                    new StationIdentity(
                            reply.orgId(),
                            reply.stationId(),
                            reply.stationName(),
                            organization,
                            reply.secret()));
            return new EnrolOutcome.Enrolled(reply.stationName());
        } catch (ServerRefusal e) {
            boolean ours = e.status() >= 400 && e.status() < 500;
            return ours ? new EnrolOutcome.BadCode(e.code()) : new EnrolOutcome.Failed(e.code());
        } catch (IOException e) {
            return new EnrolOutcome.Unreachable(server.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new EnrolOutcome.Failed("interrupted");
        }
    }
}

package io.fulfillx.desktop.sync;

import java.time.Instant;

/** How the station stands with the server. */
public sealed interface Link {
    record Online() implements Link {}

    record Offline(Instant since) implements Link {}

    /** No server was ever told about this station. */
    record NotEnrolled() implements Link {}

    /** The server knows us no more, or our journal is out of step; a manager must act. */
    record Refused(String code) implements Link {}
}

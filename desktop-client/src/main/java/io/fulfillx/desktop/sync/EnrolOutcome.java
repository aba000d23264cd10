package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of introducing this station to a server. */
public sealed interface EnrolOutcome extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case Enrolled _ -> Tone.GREEN;
            case BadCode _, Failed _, AlreadyEnrolled _ -> Tone.RED;
            case Unreachable _ -> Tone.AMBER;
        };
    }

    record Enrolled(String stationName) implements EnrolOutcome {}

    /** The server does not know this organisation or code, or it was used. */
    record BadCode(String detail) implements EnrolOutcome {}

    record Unreachable(String url) implements EnrolOutcome {}

    /** This store already belongs to a station. */
    record AlreadyEnrolled(String stationName) implements EnrolOutcome {}

    record Failed(String detail) implements EnrolOutcome {}
}

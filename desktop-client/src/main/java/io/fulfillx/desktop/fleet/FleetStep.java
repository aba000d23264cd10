package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.session.Tone;

/** What came of something a lead wanted of the stations. */
public sealed interface FleetStep extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case Messaged _, MessageTaken _, Drained _, Undrained _, Revoked _, Expected _ ->
                    Tone.GREEN;
            case Opened _ -> Tone.NEUTRAL;
            case Wait _, Offline _, Unanswered _, Ended _, NoBadge _, NotHere _ -> Tone.AMBER;
            case WrongProof _, Refused _, NameTaken _ -> Tone.RED;
        };
    }

    /** The badge or PIN was right. */
    record Opened(int stations) implements FleetStep {}

    record WrongProof() implements FleetStep {}

    /** Too many wrong ones: the server looks at no more of them for a while. */
    record Wait() implements FleetStep {}

    /** Nothing was asked and nothing happened: the server cannot be reached. */
    record Offline() implements FleetStep {}

    /** It may have happened or not; doing it again does no harm. */
    record Unanswered() implements FleetStep {}

    /** Something was scanned that is no badge. */
    record NoBadge() implements FleetStep {}

    /** Something was scanned that means nothing to the list of stations. */
    record NotHere() implements FleetStep {}

    /** The time for which the badge counted is over. */
    record Ended() implements FleetStep {}

    record Messaged(String station) implements FleetStep {}

    record MessageTaken(String station) implements FleetStep {}

    record Drained(String station) implements FleetStep {}

    record Undrained(String station) implements FleetStep {}

    record Revoked(String station) implements FleetStep {}

    /** A code was made with which the station's program is let in. */
    record Expected(String station) implements FleetStep {}

    record NameTaken(String name) implements FleetStep {}

    /**
     * @param why the server's own sentence
     */
    record Refused(String why) implements FleetStep {}
}

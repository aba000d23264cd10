package io.fulfillx.desktop.session;

import io.fulfillx.model.station.OperatorCard;

import java.util.List;

/** What came of an attempt to sign in. */
public sealed interface SignIn extends Step {
    @Override
    default Tone tone() {
        return switch (this) {
            case SignedIn _ -> Tone.GREEN;
            case Wait _, NoRoster _, TooLongOffline _ -> Tone.AMBER;
            case UnknownOperator _, WrongPin _, Inactive _ -> Tone.RED;
        };
    }

    record SignedIn(OperatorCard operator) implements SignIn {
        @Override
        public List<Object> args() {
            return List.of(operator.name());
        }
    }

    /** Badge or name not in the roster of this station. */
    record UnknownOperator() implements SignIn {}

    /**
     * @param retrySeconds how long further attempts for this name are refused; may be zero
     */
    record WrongPin(long retrySeconds) implements SignIn {}

    /** Too many wrong PINs; this attempt was not even looked at. */
    record Wait(long retrySeconds) implements SignIn {}

    record Inactive(String name) implements SignIn {}

    /** The station did not hear from the server for so long that its list may be wrong. */
    record TooLongOffline(long hours) implements SignIn {}

    /** No roster yet: the station must be online once. */
    record NoRoster() implements SignIn {}
}

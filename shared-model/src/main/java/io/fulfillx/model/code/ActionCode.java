package io.fulfillx.model.code;

import java.util.Optional;

/** A command barcode from the printable sheet: what a packer does without touching a keyboard. */
public record ActionCode(Action action, int argument) implements OwnCode {
    /** What the command does; the screen in front decides whether it applies. */
    public enum Action {
        CONFIRM,
        CANCEL,
        NEXT,
        SHORT,
        DAMAGED,
        ASIDE,
        REPRINT,
        PRINTED,
        NOTPRINTED,
        WEIGHTOK,
        PICK,
        PACK,
        QUEUE,
        SIGNOUT,
        /** The next item scan counts for {@link ActionCode#argument()} units. */
        TIMES
    }

    /** The largest multiplier of a {@code TIMES} command. */
    public static final int MAX_TIMES = 1_000;

    public ActionCode {
        boolean fits =
                action == Action.TIMES ? argument >= 1 && argument <= MAX_TIMES : argument == 0;
        if (!fits) {
            throw new IllegalArgumentException(action + " does not take " + argument);
        }
    }

    public static ActionCode of(Action action) {
        return new ActionCode(action, 0);
    }

    public static ActionCode times(int units) {
        return new ActionCode(Action.TIMES, units);
    }

    @Override
    public String text() {
        return "FXC" + action + (action == Action.TIMES ? Integer.toString(argument) : "");
    }

    static Optional<ActionCode> find(String body) {
        if (body.matches("TIMES[0-9]{1,4}")) {
            int units = Integer.parseInt(body.substring("TIMES".length()));
            return units >= 1 && units <= MAX_TIMES ? Optional.of(times(units)) : Optional.empty();
        }
        for (Action action : Action.values()) {
            if (action != Action.TIMES && action.name().equals(body)) {
                return Optional.of(of(action));
            }
        }
        return Optional.empty();
    }
}

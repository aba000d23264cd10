package io.fulfillx.model.sync;

import java.util.List;

/**
 * Journal rows in order, at most {@link #MAX_COMMANDS}.
 *
 * @param epoch the journal's life: a new random value when the station's store is made anew
 */
public record CommandBatch(String epoch, List<CommandEnvelope> commands) {
    public static final int MAX_COMMANDS = 500;

    public CommandBatch {
        commands = List.copyOf(commands);
    }
}

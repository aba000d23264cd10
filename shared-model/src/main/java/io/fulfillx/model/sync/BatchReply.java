package io.fulfillx.model.sync;

import java.util.List;

/**
 * The verdicts on a batch.
 *
 * @param lastN the highest row the server holds for this epoch: go on with the next
 */
public record BatchReply(long lastN, List<CommandVerdict> verdicts) {
    public BatchReply {
        verdicts = List.copyOf(verdicts);
    }
}

package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.IntakeLetterStore.Letter;
import io.fulfillx.backend.orders.IntakeLetterStore.LetterView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows deliveries that were not understood, and reads them again when a person asks for it. */
final class ReplayIntake {
    private final Transactions transactions;
    private final IntakeLetterStore letters;
    private final ImportOrders importOrders;

    ReplayIntake(Transactions transactions, IntakeLetterStore letters, ImportOrders importOrders) {
        this.transactions = transactions;
        this.letters = letters;
        this.importOrders = importOrders;
    }

    List<LetterView> list(OrgId org, Optional<UUID> after, int limit) {
        return transactions.inOrg(org, tx -> letters.list(tx, after, limit));
    }

    /**
     * Still not understood is an answer, too; then the letter counts as not replayed.
     *
     * @throws Fault NOT_FOUND
     */
    List<IntakeResult> replay(OrgId org, UUID id) {
        return transactions.inOrg(org, tx -> replay(tx, id));
    }

    private List<IntakeResult> replay(Tx tx, UUID id) {
        Letter letter = letters.find(tx, id).orElseThrow(() -> Fault.notFound("dead letter"));
        List<IntakeResult> results = importOrders.run(tx.org(), letter.channelId(), letter.body());
        if (results.stream().allMatch(result -> result.orderId() != null)) {
            letters.markReplayed(tx, id);
        }
        return results;
    }
}

package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Passwords;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.station.OperatorCard;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Adds a person of the floor, and lets one go: a badge to scan and a PIN, known to every station of
 * the house.
 */
final class HireOperator {
    /** The feed's kind that tells stations to take the roster anew. */
    static final String ROSTER_CHANGED = "operators";

    private static final int BADGE_LENGTH = 12;

    private final Transactions transactions;
    private final OperatorStore store;
    private final Feed feed;
    private final Clock clock;
    private final Supplier<UUID> ids;

    HireOperator(
            Transactions transactions,
            OperatorStore store,
            Feed feed,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.store = store;
        this.feed = feed;
        this.clock = clock;
        this.ids = ids;
    }

    /** The new operator. The badge's text is shown only here. */
    record Hired(OperatorId operatorId, String name, String badge) {}

    /**
     * Stations let them in no more once they hear of it.
     *
     * @throws Fault NOT_FOUND
     */
    void disable(OrgId org, OperatorId operator) {
        boolean found =
                transactions.inOrg(
                        org,
                        tx -> {
                            feed.add(tx, ROSTER_CHANGED, operator.value(), null);
                            return store.disable(tx, operator, clock.instant());
                        });
        if (!found) {
            throw Fault.notFound("operator");
        }
    }

    /**
     * @throws Fault INVALID naming the field; CONFLICT when the name is taken
     */
    Hired hire(OrgId org, String name, String pin, String role) {
        if (!pin.matches("[0-9]{4,8}")) {
            throw Fault.invalid("/pin", "A PIN has 4 to 8 digits.");
        }
        if (!Roles.isPersonal(role)) {
            throw Fault.invalid("/role", "The role is picker, packer, lead, manager or admin.");
        }
        BadgeCode badge = new BadgeCode(Tokens.readable(BADGE_LENGTH));
        OperatorCard card =
                new OperatorCard(
                        new OperatorId(ids.get()),
                        name,
                        Tokens.sha256(badge.secret()),
                        Passwords.hash(pin),
                        role,
                        true);
        return transactions.inOrg(
                org,
                tx -> {
                    if (!store.insert(tx, card)) {
                        throw new Fault(
                                Fault.Code.CONFLICT, "There is an operator of that name.", "/name");
                    }
                    feed.add(tx, ROSTER_CHANGED, card.operatorId().value(), null);
                    return new Hired(card.operatorId(), name, badge.text());
                });
    }
}

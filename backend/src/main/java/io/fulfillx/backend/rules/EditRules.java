package io.fulfillx.backend.rules;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

/** Replaces the rules of an organisation by a new version; older ones stay for the record. */
final class EditRules {
    private final Transactions transactions;
    private final RuleStore store;
    private final RuleCodec codec;

    EditRules(Transactions transactions, RuleStore store, RuleCodec codec) {
        this.transactions = transactions;
        this.store = store;
        this.codec = codec;
    }

    /** The version in force; version 0 with no rules before anybody wrote some. */
    record InForce(int version, RuleSet rules) {}

    InForce inForce(Tx tx) {
        return store.latest(tx)
                .map(version -> new InForce(version.number(), parse(version.rules())))
                .orElseGet(() -> new InForce(0, RuleSet.EMPTY));
    }

    private RuleSet parse(byte[] rules) {
        return switch (codec.read(rules)) {
            case RuleReading.Valid(RuleSet valid) -> valid;
            case RuleReading.Invalid(String pointer, String detail) ->
                    throw new IllegalStateException(
                            "kept rules cannot be read at " + pointer + ": " + detail);
        };
    }

    /**
     * @throws Fault INVALID pointing at the first mistake, CONFLICT when somebody else wrote rules
     *     at the same moment
     */
    RuleStore.Version replace(OrgId org, byte[] json, String author) {
        RuleSet rules =
                switch (codec.read(json)) {
                    case RuleReading.Valid(RuleSet valid) -> valid;
                    case RuleReading.Invalid(String pointer, String detail) ->
                            throw Fault.invalid(pointer, detail);
                };
        return transactions.inOrg(
                org,
                tx -> {
                    int next = store.latest(tx).map(RuleStore.Version::number).orElse(0) + 1;
                    if (!store.insert(tx, next, codec.write(rules), author)) {
                        throw new Fault(
                                Fault.Code.CONFLICT, "Somebody else changed the rules just now.");
                    }
                    return store.latest(tx).orElseThrow();
                });
    }
}

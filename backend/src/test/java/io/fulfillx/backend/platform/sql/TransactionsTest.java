package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org = TestBackend.newOrg().id();

    @Test
    void plansAreKeptWhereItIsAskedForAndNotAfterwards() {
        assertEquals("auto", planning(transactions));
        assertEquals("force_generic_plan", planning(transactions.plannedOnce()));
        assertEquals("auto", planning(transactions));
    }

    @Test
    void whoComesInsideJoinsWithTheSettingsOfTheOuterOne() {
        assertEquals("auto", transactions.inOrg(org, _ -> planning(transactions.plannedOnce())));
        assertEquals(
                "force_generic_plan",
                transactions.plannedOnce().inOrg(org, _ -> planning(transactions)));
    }

    private String planning(Commits commits) {
        return commits.inOrg(
                org,
                tx ->
                        tx.sql("select current_setting('plan_cache_mode') as mode")
                                .get(row -> row.text("mode")));
    }
}

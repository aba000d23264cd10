package io.fulfillx.backend.shipping;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.model.label.FitTolerance;

import java.util.List;

/** What labels and plates are made by, over HTTP. */
final class LabelRuleRoutes {
    private static final String PATH = "/api/v1/label-rule";
    private static final int MOST_GRAMS = 1_000_000;
    private static final int MOST_PERCENT = 1_000;

    private final Transactions transactions;
    private final LabelRuleStore rules;

    LabelRuleRoutes(Transactions transactions, LabelRuleStore rules) {
        this.transactions = transactions;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                PATH,
                                Roles.LEADS,
                                "What plates are numbered by, and how far a parcel may be from its"
                                        + " label",
                                LabelRule.class,
                                call ->
                                        transactions.inOrg(
                                                call.org(), tx -> Reply.ok(rules.get(tx))))
                        .problems(),
                Route.put(
                                PATH,
                                Roles.MANAGERS,
                                "Say what plates are numbered by, and how far a parcel may be from"
                                        + " its label",
                                LabelRule.class,
                                LabelRule.class,
                                this::put)
                        .problems());
    }

    private Reply put(Call call) {
        LabelRule rule = call.body(LabelRule.class);
        if (rule.companyPrefix() == null || !rule.companyPrefix().matches("[0-9]{7,10}")) {
            throw Fault.invalid("/companyPrefix", "A GS1 company prefix has 7 to 10 digits.");
        } else if (rule.extensionDigit() < 0 || rule.extensionDigit() > 9) {
            throw Fault.invalid("/extensionDigit", "The extension is one digit.");
        }
        check(rule);
        return transactions.inOrg(
                call.org(),
                tx -> {
                    rules.put(tx, rule);
                    return Reply.ok(rules.get(tx));
                });
    }

    private static void check(LabelRule rule) {
        FitTolerance tolerance = rule.tolerance();
        if (tolerance == null) {
            return;
        } else if (tolerance.grams() < 0 || tolerance.grams() > MOST_GRAMS) {
            throw Fault.invalid("/tolerance/grams", "A tolerance is 0 to 1,000,000 grams.");
        } else if (tolerance.percent() < 0 || tolerance.percent() > MOST_PERCENT) {
            throw Fault.invalid("/tolerance/percent", "A tolerance is 0 to 1,000 percent.");
        }
    }
}

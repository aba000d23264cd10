package io.fulfillx.backend.shipping;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.model.label.FitTolerance;

/** What each organization's labels and plates are made by. */
final class LabelRuleStore {
    private static final String FIND =
            """
            select company_prefix, extension_digit, tolerance_grams, tolerance_percent, same_carton
            from label_rule where org_id = :org
            """;
    private static final String PUT =
            """
            insert into label_rule (org_id, company_prefix, extension_digit, tolerance_grams,
              tolerance_percent, same_carton)
            values (:org, :prefix, :extension, :grams, :percent, :same)
            on conflict (org_id) do update set company_prefix = :prefix,
              extension_digit = :extension, tolerance_grams = :grams, tolerance_percent = :percent,
              same_carton = :same
            """;

    LabelRule get(Tx tx) {
        return tx.sql(FIND).find(LabelRuleStore::rule).orElse(LabelRule.BY_DEFAULT);
    }

    void put(Tx tx, LabelRule rule) {
        FitTolerance tolerance = rule.tolerance();
        tx.sql(PUT)
                .with("prefix", rule.companyPrefix())
                .with("extension", rule.extensionDigit())
                .withOptional("grams", tolerance == null ? null : tolerance.grams())
                .withOptional("percent", tolerance == null ? null : tolerance.percent())
                .with("same", tolerance != null && tolerance.sameCarton())
                .run();
    }

    private static LabelRule rule(Row row) {
        Integer grams = row.integerOrNull("tolerance_grams");
        return new LabelRule(
                row.text("company_prefix"),
                row.integer("extension_digit"),
                grams == null
                        ? null
                        : new FitTolerance(
                                grams, row.integer("tolerance_percent"), row.flag("same_carton")));
    }
}

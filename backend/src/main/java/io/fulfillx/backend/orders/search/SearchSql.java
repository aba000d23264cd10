package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.orders.search.SearchQuery.Clause;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the clauses of a search as a condition over {@code sales_order o}. */
final class SearchSql {
    private static final String TERM =
            "exists (select 1 from order_term t where t.org_id = o.org_id"
                    + " and t.order_id = o.order_id and (%s))";
    private static final String TEXT =
            "exists (select 1 from order_text x where x.org_id = o.org_id"
                    + " and x.order_id = o.order_id and strpos(x.text, ";
    private static final String HOLD =
            "exists (select 1 from order_hold h where h.org_id = o.org_id"
                    + " and h.order_id = o.order_id and h.released_at is null%s)";
    private static final String CHANNEL =
            "o.channel_id in (select c.channel_id from channel c where c.org_id = o.org_id"
                    + " and (cast(c.channel_id as text) = %1$s or c.kind = %1$s"
                    + " or c.shop_domain = %1$s))";

    /** Greater than every character, in the order of code points. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final int SHORTEST_PHONE = 4;

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Condition condition() {
        return new Condition(sql.toString(), parameters);
    }

    private String parameter(String value) {
        String name = "find" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private void and(boolean not, String condition) {
        sql.append(not ? " and not " : " and ").append(condition);
    }

    void status(String status) {
        and(false, "o.status = " + parameter(status));
    }

    void held(boolean held) {
        and(!held, HOLD.formatted(""));
    }

    void channel(String channel) {
        and(false, CHANNEL.formatted(parameter(channel)));
    }

    void add(Clause clause) {
        SearchField field = clause.field();
        String plain = Words.plain(clause.value());
        if (field == null) {
            anywhere(clause, plain);
            return;
        }
        switch (field) {
            case STATUS ->
                    and(
                            clause.not(),
                            "o.status = " + parameter(clause.value().toUpperCase(Locale.ROOT)));
            case HOLD -> {
                String type = parameter(clause.value().toUpperCase(Locale.ROOT));
                and(clause.not(), HOLD.formatted(" and h.type = " + type));
            }
            case CHANNEL -> and(clause.not(), CHANNEL.formatted(parameter(clause.value())));
            case NOTE -> {
                if (clause.exact()) {
                    phrase(clause.not(), plain, field);
                } else {
                    and(clause.not(), TERM.formatted(match(field, plain, false)));
                }
            }
            case PHONE ->
                    and(
                            clause.not(),
                            TERM.formatted(match(field, Words.digits(plain), clause.exact())));
            case NUMBER ->
                    and(
                            clause.not(),
                            TERM.formatted(
                                    match(field, Words.withoutPrefix(plain), clause.exact())));
            case NAME, CUSTOMER, COMPANY, EMAIL, SKU, TRACKING, TAG ->
                    and(clause.not(), TERM.formatted(match(field, plain, clause.exact())));
        }
    }

    private void anywhere(Clause clause, String plain) {
        if (clause.exact()) {
            phrase(clause.not(), plain, null);
            return;
        }
        List<String> ways = new ArrayList<>();
        for (SearchField field : indexed()) {
            switch (field) {
                case PHONE -> {
                    String digits = Words.digits(plain);
                    if (digits.length() >= SHORTEST_PHONE) {
                        ways.add(match(field, digits, false));
                    }
                }
                case NUMBER -> ways.add(match(field, Words.withoutPrefix(plain), false));
                default -> ways.add(match(field, plain, false));
            }
        }
        and(clause.not(), TERM.formatted(String.join(" or ", ways)));
    }

    private static List<SearchField> indexed() {
        return Arrays.stream(SearchField.values()).filter(SearchField::isIndexed).toList();
    }

    /** The index finds orders that have all its words; their texts say whether in this order. */
    private void phrase(boolean not, String plain, @Nullable SearchField only) {
        List<String> conditions = new ArrayList<>();
        for (String word : plain.split(" ")) {
            if (Words.core(word).isEmpty()) {
                continue;
            }
            List<String> ways = new ArrayList<>();
            for (SearchField field : only == null ? indexed() : List.of(only)) {
                ways.add(match(field, Words.core(word), false));
            }
            conditions.add(TERM.formatted(String.join(" or ", ways)));
        }
        conditions.add(TEXT + parameter(plain) + ") > 0)");
        and(not, "(" + String.join(" and ", conditions) + ")");
    }

    private String match(SearchField field, String plain, boolean exact) {
        String term = Words.term(field, plain);
        if (exact) {
            return "t.term = " + parameter(term);
        }
        return "(t.term >= " + parameter(term) + " and t.term < " + parameter(term + LAST) + ")";
    }
}

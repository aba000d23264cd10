package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rows that come inside another row are read as if they had come by themselves. */
class ListedRowsTest {
    private static final String KINDS =
            """
            select cast(id as uuid) as id, words, whole, whole > 0 as flag,
              cast(whole as bigint) * 4611686014132420609 as big,
              cast(at as timestamptz) as at, cast(nested as jsonb) as nested
            from (values
              (2, '019a4c6e-0000-7000-8000-000000000002', 'a "quoted" \\ ship''s Größe 📦', 2,
                '2026-03-29 01:59:59.123456+00', '{"a": [1, "b"]}'),
              (3, null, '', null, null, null),
              (1, '019a4c6e-0000-7000-8000-000000000001', E'two\\nlines', -1,
                '1999-12-31 23:59:59.999999-11', '[]')) as v (place, id, words, whole, at, nested)
            order by place desc
            """;
    private static final String NONE = "select 1 as one where false";

    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org = TestBackend.newOrg().id();

    private record Kinds(
            @Nullable UUID id,
            String words,
            @Nullable Integer whole,
            @Nullable Instant at,
            @Nullable String nested,
            boolean hasBig) {
        static Kinds of(Row row) {
            Integer whole = row.integerOrNull("whole");
            if (whole != null) {
                assertEquals(whole * 4_611_686_014_132_420_609L, row.bigint("big"));
                assertEquals(whole > 0, row.flag("flag"));
            }
            String nested = row.textOrNull("nested");
            return new Kinds(
                    row.uuidOrNull("id"),
                    row.text("words"),
                    whole,
                    row.instantOrNull("at"),
                    nested == null ? null : nested.replace(" ", ""),
                    whole != null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu", "America/St_Johns"})
    void whatIsListedIsReadAsItIs(String zone) {
        transactions.inOrg(
                org,
                tx -> {
                    tx.sql("select set_config('TimeZone', :zone, true)")
                            .with("zone", zone)
                            .get(row -> row.text("set_config"));
                    List<Kinds> plain = tx.sql(KINDS).list(Kinds::of);
                    assertEquals(3, plain.size());
                    assertEquals(plain, listed(tx, KINDS));
                    return true;
                });
    }

    @Test
    void nothingIsAnEmptyList() {
        assertEquals(List.of(), transactions.inOrg(org, tx -> listed(tx, NONE)));
    }

    @Test
    void aColumnThatIsNotThereIsAMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        transactions.inOrg(
                                org,
                                tx ->
                                        tx.sql("select " + Row.listed(KINDS) + " as kinds")
                                                .get(
                                                        row ->
                                                                row.rows(
                                                                        "kinds",
                                                                        it -> it.text("x")))));
    }

    private static List<Kinds> listed(Tx tx, String query) {
        return tx.sql("select " + Row.listed(query) + " as kinds")
                .get(row -> row.rows("kinds", Kinds::of));
    }
}

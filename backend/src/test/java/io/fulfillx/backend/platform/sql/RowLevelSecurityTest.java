package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What the database itself promises about organisations, read from its own catalogue. */
class RowLevelSecurityTest {
    private static final String TABLES =
            " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                    + " and c.relname <> 'flyway_schema_history'";

    private final Transactions transactions = TestBackend.assembly().foundation().transactions();
    private final OrgId org = TestBackend.newOrg().id();

    private List<String> names(String sql) {
        return transactions.inOrg(org, tx -> tx.sql(sql).list(row -> row.text("name")));
    }

    @Test
    void everyTableForcesRowLevelSecurityOnEverybody() {
        assertEquals(
                List.of(),
                names(
                        "select c.relname as name"
                                + TABLES
                                + " and not (c.relrowsecurity and c.relforcerowsecurity)"));
    }

    @Test
    void everyTableHasThePolicyOfItsOrganisationForReadingAndWriting() {
        assertEquals(
                List.of(),
                names(
                        "select c.relname as name"
                                + TABLES
                                + " and not exists (select 1 from pg_policy p where p.polrelid ="
                                + " c.oid and p.polname = 'of_org' and p.polcmd = '*' and"
                                + " p.polqual is not null and p.polwithcheck is not null)"));
    }

    @Test
    void everyKeyBeginsWithTheOrganisation() {
        assertEquals(
                List.of(),
                names(
                        "select cast(cast(i.indexrelid as regclass) as text) as name from pg_index"
                            + " i join pg_attribute a on a.attrelid = i.indrelid and a.attnum ="
                            + " i.indkey[0] join pg_class c on c.oid = i.indrelid join pg_namespace"
                            + " n on n.oid = c.relnamespace where n.nspname = 'public' and"
                            + " c.relname not in ('flyway_schema_history', 'org') and a.attname <>"
                            + " 'org_id'"));
    }

    @Test
    void everyReferenceStaysInsideTheOrganisation() {
        assertEquals(
                List.of(),
                names(
                        "select conname as name from pg_constraint k where contype = 'f' and not"
                            + " exists (select 1 from pg_attribute a where a.attrelid = k.conrelid"
                            + " and a.attnum = any (k.conkey) and a.attname = 'org_id')"));
    }

    @Test
    void theServerWorksAsARoleThatOwnsNothing() {
        assertEquals(
                List.of(),
                names(
                        "select c.relname as name from pg_class c join pg_roles r on r.oid ="
                                + " c.relowner where r.rolname = current_user"));
    }

    @Test
    void anotherOrganisationsRowsAreNotThere() {
        OrgId other = TestBackend.newOrg().id();
        assertEquals(
                List.of(org.toString()), names("select cast(org_id as text) as name from org"));
        assertThrows(
                RuntimeException.class,
                () ->
                        transactions.inOrg(
                                org,
                                tx ->
                                        tx.sql(
                                                        "insert into location (org_id, location_id,"
                                                            + " name) values (:other, :id, 'A')")
                                                .with("other", other.value())
                                                .with("id", UUID.randomUUID())
                                                .run()));
    }

    @Test
    void aPooledConnectionNeverRemembersTheOrganisationBefore() {
        Random random = new Random(7);
        List<OrgId> orgs = List.of(org, TestBackend.newOrg().id(), TestBackend.newOrg().id());
        for (int i = 0; i < 200; i++) {
            OrgId current = orgs.get(random.nextInt(orgs.size()));
            boolean fails = random.nextInt(4) == 0;
            try {
                String seen =
                        transactions.inOrg(
                                current,
                                tx -> {
                                    if (fails) {
                                        throw new IllegalStateException("on purpose");
                                    }
                                    return tx.sql("select cast(org_id as text) as name from org")
                                            .get(row -> row.text("name"));
                                });
                assertEquals(current.toString(), seen);
            } catch (IllegalStateException e) {
                assertEquals("on purpose", e.getMessage());
            }
        }
    }
}

package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Changes the ledger as only the owner of the database can, and expects to be told so. */
class VerifyLedgerTest {
    private final Map<String, String> settings = TestBackend.sameInstallation();
    private final Shop shop = Shop.open();

    @BeforeEach
    void bookAndSeal() {
        shop.item("MUG");
        for (int i = 0; i < 4; i++) {
            shop.stock("MUG", "A-" + i, 5 + i);
        }
        Shop.eventually("sealed", this::isSealed);
    }

    private boolean isSealed() {
        var _ = TestBackend.assembly().inventory().sealLedger(shop.org().id());
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        shop.org().id(),
                        tx ->
                                tx.sql(
                                                "select coalesce(sum(length(entries)), 0) / 48 as n"
                                                        + " from stock_seal where org_id = :org")
                                        .get(row -> row.bigint("n") == 4));
    }

    private record Outcome(int exit, String text) {
        boolean contains(String part) {
            return text.contains(part);
        }
    }

    private Outcome verify() {
        List<String> arguments = new ArrayList<>(List.of("--org", shop.org().slug()));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = VerifyLedgerMain.run(arguments.toArray(String[]::new), out, out);
        return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Runs statements as the owner of the tables, past every guard. */
    private void tamper(String... statements) {
        try (Connection owner =
                        DriverManager.getConnection(
                                settings.getOrDefault("database.url", ""),
                                "fulfillx_owner",
                                settings.get("database.owner-password"));
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local app.org_id = '" + shop.org().id() + "'");
            statement.execute("alter table stock_ledger disable trigger append_only");
            statement.execute("alter table stock_seal disable trigger append_only");
            for (String each : statements) {
                assertTrue(statement.executeUpdate(each) > 0, each);
            }
            statement.execute("alter table stock_ledger enable trigger append_only");
            statement.execute("alter table stock_seal enable trigger append_only");
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anUntouchedLedgerIsSound() {
        Outcome outcome = verify();
        assertEquals(0, outcome.exit(), outcome.text());
        assertTrue(outcome.contains(shop.org().slug()), outcome.text());
    }

    @Test
    void oneUnitOfDriftIsFound() {
        tamper("update stock_level set on_hand = on_hand + 1 where on_hand = 5");
        Outcome outcome = verify();
        assertEquals(1, outcome.exit());
        assertTrue(outcome.contains("level Buckets[onHand=6"), outcome.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update stock_ledger set reason = 'gift' where seq = 2 | was edited",
                "update stock_ledger set on_hand_delta = 50 where seq = 2 | was edited",
                "update stock_ledger set recorded_at = recorded_at - interval '1 day' where seq = 3"
                        + " | was edited",
                "delete from stock_ledger where seq = 4 | was deleted",
                "update stock_ledger set xid = cast('1' as xid8) where seq = 4"
                        + " | was reordered/was moved away",
                "update stock_seal set signature = decode('00', 'hex') | signature does not hold",
                "update stock_seal set hash = sha256(hash) | list of rows was changed",
            })
    void whateverIsDoneToTheJournalIsFoundAndNamed(String statement, String expected) {
        tamper(statement);
        Outcome outcome = verify();
        assertEquals(1, outcome.exit(), outcome.text());
        // Out of its block or within it: where the blocks end is the sealing worker's business.
        assertTrue(Stream.of(expected.split("/")).anyMatch(outcome::contains), outcome.text());
    }

    @Test
    void aRowThatIsSlippedInAmongSealedOnesIsFound() {
        tamper(
                "insert into stock_ledger (org_id, entry_id, event_id, seq, item_id, location_id,"
                        + " kind, on_hand_delta, reserved_delta, movement_key, actor, xid)"
                        + " select org_id, uuidv7(), uuidv7(), 5, item_id, location_id, kind, 1, 0,"
                        + " 'slipped', actor, xid from stock_ledger where seq = 1",
                "update stock_level set on_hand = on_hand + 1 where on_hand = 5",
                "update stock_stream set last_seq = 5");
        Outcome outcome = verify();
        assertEquals(1, outcome.exit(), outcome.text());
        assertTrue(outcome.contains("was slipped in"), outcome.text());
    }

    /** Ten comes after nine, though not as a text. */
    @Test
    void rowsAreSealedOnceWhenTransactionsGrowByADigit() {
        tamper(
                "delete from stock_seal",
                "update stock_ledger set xid = cast(cast(7 + seq as text) as xid8)");
        shop.stock("MUG", "A-9", 1);
        Shop.eventually(
                "all rows are sealed",
                () -> {
                    var _ = TestBackend.assembly().inventory().sealLedger(shop.org().id());
                    return verify().contains(" 5        0 ");
                });
        Outcome outcome = verify();
        assertEquals(0, outcome.exit(), outcome.text());
    }

    @Test
    void anOrganizationThatIsNotThereIsWrongUse() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("--org=nowhere"));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        assertEquals(2, VerifyLedgerMain.run(arguments.toArray(String[]::new), out, out));
    }

    @Test
    void itSaysHowItIsUsed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, VerifyLedgerMain.run(new String[] {"--help"}, text, text));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("usage: verify-ledger"));
    }
}

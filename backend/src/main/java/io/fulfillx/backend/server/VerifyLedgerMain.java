package io.fulfillx.backend.server;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LedgerReport;
import io.fulfillx.backend.platform.config.InvalidSetting;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.sql.Database;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Proves the stock ledger of an installation, beside a running server or without one: {@code [--org
 * SLUG] [--config=FILE] [--data=FOLDER] [--database.url=URL] [--key=value …]}. Exits with 1 on one
 * unit of drift or one row that was changed.
 */
public final class VerifyLedgerMain {
    private static final String HELP =
            """
            Proves the stock ledger: plays it from its beginning against the levels and walks the
            chain of its seals. Nothing is changed; the server may run meanwhile.

            usage: verify-ledger [--org SLUG] [--config=FILE] [--data=FOLDER] [--url=URL]
                                 [--key=value ...]

              --org SLUG      only this organization; all of them without it
              --config=FILE   settings of the server, as the server reads them
              --data=FOLDER   the server's data folder, with its database and its sealing keys
              --url=URL       another database than the one in the data folder
              --key=value     any other setting of the server
              --help          this text

            It prints a line for each organization and a sentence for each row that is wrong. Keep
            the last seal somewhere else: only so a chain that was cut off at its end is found.

            exit: 0 all is sound, 1 something is not, 2 wrong use
            """;

    private VerifyLedgerMain() {}

    public static void main(String[] arguments) {
        int exit = run(arguments, System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Returns 0 when all is sound, 1 when something is not, 2 on wrong use. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> flags = new ArrayList<>();
        Optional<String> org = Optional.empty();
        Optional<Path> file = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--help") || argument.equals("-h")) {
                out.print(HELP);
                return 0;
            } else if (argument.equals("--org") && i + 1 < arguments.length) {
                org = Optional.of(arguments[++i]);
            } else if (argument.startsWith("--org=")) {
                org = Optional.of(argument.substring("--org=".length()));
            } else if (argument.startsWith("--config=")) {
                file = Optional.of(Path.of(argument.substring("--config=".length())));
            } else if (argument.startsWith("--url=")) {
                flags.add("--database.url=" + argument.substring("--url=".length()));
            } else {
                flags.add(argument);
            }
        }
        try {
            Settings settings = Settings.load(file, System.getenv(), flags);
            return prove(ServerConfig.from(settings), org, out, err);
        } catch (InvalidSetting | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static int prove(
            ServerConfig config, Optional<String> slug, PrintStream out, PrintStream err) {
        Path data = config.data().toAbsolutePath();
        InstalledDatabase found = InstalledDatabase.find(config.database(), data);
        try (Database database = Database.open(found.credentials(), 2, _ -> {})) {
            Transactions transactions = database.transactions();
            List<OrgId> orgs =
                    slug.isPresent()
                            ? transactions.findOrg(slug.get()).stream().toList()
                            : transactions.orgs();
            if (slug.isPresent() && orgs.isEmpty()) {
                err.println("There is no organization " + slug.get() + ".");
                return 2;
            }
            return prove(transactions, orgs, config.sealKeyFile(), out);
        } finally {
            found.leave();
        }
    }

    private static int prove(
            Transactions transactions, List<OrgId> orgs, Path keys, PrintStream out) {
        row(out, "ORGANIZATION", "EVENTS", "ROWS", "LEVELS", "DRIFT", "SEALS", "SEALED", "WAITING");
        boolean sound = true;
        for (OrgId org : orgs) {
            LedgerReport report = InventoryModule.proveLedger(transactions, keys, org);
            row(
                    out,
                    report.organization(),
                    report.events(),
                    report.rows(),
                    report.levels(),
                    report.driftUnits(),
                    report.blocks(),
                    report.sealedRows(),
                    report.waitingRows(),
                    report.lastSeal());
            report.findings().forEach(finding -> out.println("  " + finding));
            sound &= report.isSound();
        }
        out.println(sound ? "sound" : "NOT SOUND");
        return sound ? 0 : 1;
    }

    private static void row(PrintStream out, Object... cells) {
        Object[] all = java.util.Arrays.copyOf(cells, 9);
        if (all[8] == null) {
            all[8] = "LAST SEAL";
        }
        out.printf(Locale.ROOT, "%-20s %10s %10s %8s %6s %8s %10s %8s  %s%n", all);
    }
}

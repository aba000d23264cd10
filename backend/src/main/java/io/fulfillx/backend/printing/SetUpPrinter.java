package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfiles;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds, changes and archives printers. */
final class SetUpPrinter {
    private static final int MAX_NAME = 80;
    private static final String COMMON = PrinterProfiles.generic(LabelLanguage.ZPL).id();

    private final Transactions transactions;
    private final PrinterStore printers;
    private final PrinterAddressPolicy addresses;
    private final Supplier<UUID> ids;

    SetUpPrinter(
            Transactions transactions,
            PrinterStore printers,
            PrinterAddressPolicy addresses,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.printers = printers;
        this.addresses = addresses;
        this.ids = ids;
    }

    /**
     * A printer as people describe it.
     *
     * @param profile id of its model's profile; null for a common ZPL printer
     */
    record Wish(@Nullable String name, @Nullable String address, @Nullable String profile) {}

    private record Checked(String name, URI address, String profile) {}

    /**
     * @throws Fault INVALID naming the field; CONFLICT when name or address are taken
     */
    SavedPrinter add(OrgId org, Wish wish) {
        Checked checked = check(wish);
        UUID id = ids.get();
        return transactions.inOrg(
                org,
                tx -> {
                    boolean added =
                            printers.insert(
                                    tx, id, checked.name(), checked.address(), checked.profile());
                    return saved(tx, id, added);
                });
    }

    /**
     * @throws Fault NOT_FOUND; INVALID naming the field; CONFLICT when name or address are taken
     */
    SavedPrinter change(OrgId org, UUID id, Wish wish) {
        return transactions.inOrg(
                org,
                tx -> {
                    SavedPrinter _ = lock(tx, id);
                    Checked checked = check(wish);
                    boolean changed =
                            printers.update(
                                    tx, id, checked.name(), checked.address(), checked.profile());
                    return saved(tx, id, changed);
                });
    }

    /**
     * @throws Fault NOT_FOUND; NOT_ALLOWED_NOW while labels wait for it
     */
    SavedPrinter archive(OrgId org, UUID id) {
        return transactions.inOrg(
                org,
                tx -> {
                    SavedPrinter _ = lock(tx, id);
                    int busy = printers.busy(tx, id);
                    if (busy > 0) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "%d labels wait for this printer. Move or cancel them first."
                                        .formatted(busy));
                    }
                    printers.archive(tx, id);
                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                    return printers.find(tx, id).orElseThrow();
                });
    }

    private SavedPrinter lock(Tx tx, UUID id) {
        return printers.lock(tx, id)
                .filter(SavedPrinter::active)
                .orElseThrow(() -> Fault.notFound("printer"));
    }

    private SavedPrinter saved(Tx tx, UUID id, boolean done) {
        if (!done) {
            throw new Fault(
                    Fault.Code.CONFLICT, "Another printer has this name or this address already.");
        }
        tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
        return printers.find(tx, id).orElseThrow();
    }

    private Checked check(Wish wish) {
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw Fault.invalid("/name", "A printer's name has 1 to 80 characters.");
        }
        if (wish.address() == null) {
            throw Fault.invalid("/address", "This field is required.");
        }
        String profile = wish.profile() == null ? COMMON : wish.profile();
        if (PrinterProfiles.find(profile).isEmpty()) {
            throw Fault.invalid("/profile", "There is no such printer profile.");
        }
        return new Checked(name, addresses.accept(wish.address()), profile);
    }
}

package io.fulfillx.launcher.station;

import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pack.PlateSheet;
import io.fulfillx.desktop.pack.WeightRules;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.printing.queue.PrintJob;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Somebody at the pack screen of a station, with a printer that works. */
final class Packer {
    private final List<PackStep> later = new ArrayList<>();
    private final PaperPrinter printer;
    private final PackSession session;

    Packer(StationStore store, OperatorId operator) {
        printer = new PaperPrinter(store);
        session =
                new PackSession(
                        store,
                        operator,
                        printer,
                        new WeightRules(30_000, 0, 30_000),
                        new PlateSheet(Texts.in(Locale.ENGLISH)),
                        later::add);
    }

    PaperPrinter printer() {
        return printer;
    }

    PackStep scan(String text) {
        return session.scanned(text);
    }

    /** The label comes out before anybody weighs the parcel. */
    void printAhead(StoredJob job) {
        printer.submit(
                new PrintJob(UUID.randomUUID(), job.job().parcelId(), job.job().paidLabel(), 1));
        printer.putOut(session);
        later.clear();
    }

    /** Checks its mugs, confirms the carton and types the weight: whatever comes then. */
    PackStep pack(StoredJob job, int grams) {
        scan(new OrderCode(job.job().orderCode()).text());
        int mugs = job.job().lines().getFirst().quantity().units();
        for (int i = 0; i < mugs; i++) {
            scan("B-MUG");
        }
        scan("FXCCONFIRM");
        PackStep step = session.weighed(Integer.toString(grams));
        // An unlikely weight is asked for once more.
        return step instanceof PackStep.WeightUnlikely
                ? session.weighed(Integer.toString(grams))
                : step;
    }

    /** The printer's answer. */
    PackStep putOut() {
        printer.putOut(session);
        return later.removeLast();
    }
}

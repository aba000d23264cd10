package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.ofLot;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

class PackLotTest {
    private static final String MILK = "04012345123456";

    @Test
    void anotherLotThanIsWantedIsRefusedAtTheBench(@TempDir Path home) {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.apply(page(job(9, ofLot(90, "MILK", 1, MILK, "SOON"))));
            ParcelWork work = ParcelWork.untouched(parcel(9)).inTote("T9").at(WorkStage.PICKED);
            store.confirm(StationChange.of(OPERATOR, work));
            PackSession session =
                    new PackSession(
                            store,
                            OPERATOR,
                            new ScriptedPrinter(store),
                            new WeightRules(30_000, 5, 50),
                            new PlateSheet(Texts.in(Locale.ENGLISH)),
                            _ -> {});
            var _ = session.scanned("FXTT9");
            assertEquals(
                    new PackStep.WrongLot("Title MILK", "LATE", "SOON"),
                    session.scanned("]C101" + MILK + "10LATE"));
            assertInstanceOf(
                    PackStep.AllVerified.class, session.scanned("]C101" + MILK + "10SOON"));
        }
    }
}

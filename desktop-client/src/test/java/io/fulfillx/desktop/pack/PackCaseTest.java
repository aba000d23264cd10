package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.SMALL;
import static io.fulfillx.desktop.TestJobs.inCases;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class PackCaseTest {
    @Test
    void oneScanOfACaseChecksAllThatIsInIt(@TempDir Path home) {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.apply(page(job(9, inCases(line(90, "CUP", 13, "A-1"), 12))));
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
            assertEquals(new PackStep.Verified("Title CUP", 12, 13), session.scanned("C-CUP"));
            assertEquals(new PackStep.TooMany("Title CUP", 13), session.scanned("C-CUP"));
            assertEquals(
                    new PackStep.AllVerified("Title CUP", SMALL.name()), session.scanned("B-CUP"));
        }
    }
}

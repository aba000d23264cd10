package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
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
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.scanner.scale.ScaleReading;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The weight comes from the scale: both parcels of these orders should weigh 180 g. */
class PackScaleTest {
    @TempDir Path home;
    private StationStore store;
    private ScriptedPrinter printer;
    private PackSession session;
    private long now = 1;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        store.apply(page(job(1, line(1, "TEA", 1, "A-1")), job(2, line(2, "TEA", 1, "A-1"))));
        for (int order = 1; order <= 2; order++) {
            ParcelWork work =
                    ParcelWork.untouched(parcel(order)).inTote("T" + order).at(WorkStage.PICKED);
            store.confirm(StationChange.of(OPERATOR, work));
        }
        printer = new ScriptedPrinter(store);
        session =
                new PackSession(
                        store,
                        OPERATOR,
                        printer,
                        new WeightRules(30_000, 5, 50),
                        new PlateSheet(Texts.in(Locale.ENGLISH)),
                        _ -> {});
        printer.answers(session::printed);
        rests(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<PackStep> reads(ScaleReading reading) {
        Optional<PackStep> step = Optional.empty();
        for (int i = 0; i < 5 && step.isEmpty(); i++) {
            now += TimeUnit.MILLISECONDS.toNanos(100);
            step = session.weighed(reading, now);
        }
        return step;
    }

    private Optional<PackStep> rests(int grams) {
        return reads(new ScaleReading.Stable(new Weight(grams)));
    }

    private void toTheScale(int order) {
        session.scanned("FXTT" + order);
        session.scanned("B-TEA");
        session.scanned("FXCCONFIRM");
        assertEquals(PackPhase.WEIGHT, session.state().phase());
    }

    private int weight(int order) {
        Weight weight = store.job(parcel(order)).orElseThrow().work().weight();
        return weight == null ? 0 : weight.grams();
    }

    @Test
    void aRestingParcelIsWeighedWithoutAKey() {
        toTheScale(1);
        assertEquals(Optional.empty(), reads(new ScaleReading.Moving()));
        assertEquals(ScaleSight.MOVING, session.sight());
        assertEquals(Optional.of(new PackStep.Printing("TRACK1001")), rests(201));
        assertEquals(201, weight(1));
    }

    @Test
    void aParcelPackedOnTheScaleIsWeighedAsSoonAsItIsAsked() {
        session.scanned("FXTT1");
        rests(120);
        session.scanned("B-TEA");
        rests(190);
        session.scanned("FXCCONFIRM");
        assertEquals(Optional.of(new PackStep.Printing("TRACK1001")), rests(190));
    }

    @Test
    void theParcelBeforeIsNeverWeighedAgain() {
        toTheScale(1);
        rests(190);
        printer.answer(new PrintOutcome.Printed("device-counter"));
        toTheScale(2);
        assertEquals(Optional.empty(), rests(190));
        assertEquals(ScaleSight.OLD_LOAD, session.sight());
        assertEquals(0, weight(2));
        rests(0);
        assertEquals(ScaleSight.EMPTY, session.sight());
        assertEquals(Optional.of(new PackStep.Printing("TRACK1002")), rests(190));
    }

    @Test
    void norWhenItsOwnWeightWasTyped() {
        rests(190);
        toTheScale(1);
        session.weighed("190");
        printer.answer(new PrintOutcome.Printed("device-counter"));
        toTheScale(2);
        assertEquals(Optional.empty(), rests(190));
        assertEquals(0, weight(2));
    }

    @Test
    void aWrongWeightIsAskedForAgain() {
        toTheScale(1);
        assertEquals(Optional.of(new PackStep.WeightMismatch(400, 180)), rests(400));
        assertEquals(Optional.empty(), rests(400));
        assertEquals(ScaleSight.OLD_LOAD, session.sight());
        rests(2);
        assertEquals(Optional.of(new PackStep.WeightMismatch(400, 180)), rests(400));
        rests(0);
        assertEquals(Optional.of(new PackStep.Printing("TRACK1001")), rests(185));
    }

    @Test
    void aWrongWeightThatIsRightIsTheOneOfTheScale() {
        toTheScale(1);
        rests(400);
        assertEquals(new PackStep.Printing("TRACK1001"), session.scanned("FXCWEIGHTOK"));
        assertEquals(400, weight(1));
    }

    @Test
    void anotherCartonMayBeWhatWasWrong() {
        toTheScale(1);
        assertEquals(Optional.of(new PackStep.WeightMismatch(320, 180)), rests(320));
        assertEquals(new PackStep.CartonChosen("L1", "Large box"), session.scanned("FXKL1"));
        assertEquals(300, session.state().expectedWeight().grams());
        assertEquals(Optional.of(new PackStep.Printing("TRACK1001")), rests(320));
    }

    @Test
    void whatIsNoWeightIsSaidAndTypingStillWorks() {
        toTheScale(1);
        assertEquals(Optional.empty(), reads(new ScaleReading.Overload()));
        assertEquals(ScaleSight.OVERLOAD, session.sight());
        reads(new ScaleReading.BelowZero());
        assertEquals(ScaleSight.BELOW_ZERO, session.sight());
        reads(new ScaleReading.Stale(ScaleReading.Reason.GONE));
        assertEquals(ScaleSight.GONE, session.sight());
        assertEquals(new PackStep.Printing("TRACK1001"), session.weighed("190"));
    }

    @Test
    void theToleranceIsTheLargerOneOfPercentAndGrams() {
        WeightRules rules = new WeightRules(30_000, 5, 50);
        assertEquals(true, rules.fits(new Weight(230), new Weight(180)));
        assertEquals(false, rules.fits(new Weight(231), new Weight(180)));
        assertEquals(true, rules.fits(new Weight(10_500), new Weight(10_000)));
        assertEquals(false, rules.fits(new Weight(10_501), new Weight(10_000)));
        assertEquals(false, rules.fits(new Weight(30_001), new Weight(30_000)));
    }
}

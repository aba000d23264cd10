package io.fulfillx.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.virtual.WedgeTrial;
import io.fulfillx.scanner.virtual.WedgeTrial.Tally;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** A small sample of what the benchmark measures. */
class WedgeTrialTest {
    private final Map<String, Tally> tallies =
            new WedgeTrial(7, WedgeSettings.usual(), true).run(3_000);

    @Test
    void hardlyAScanIsMissed() {
        int missed = 0;
        for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            missed += entry.getKey().startsWith("gun") ? tally.runs() - tally.right() : 0;
        }
        assertTrue(missed <= 4, missed + " scans were missed");
    }

    @Test
    void hardlyAnyTypingIsTakenForAScanAndAllOtherComesOutWhole() {
        int wrong = 0;
        for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            if (entry.getKey().startsWith("person")) {
                wrong += tally.scans();
                assertEquals(tally.runs(), tally.right() + tally.scans(), entry.getKey());
            }
        }
        assertTrue(wrong <= 5, wrong + " times typing was taken for a scan");
    }
}

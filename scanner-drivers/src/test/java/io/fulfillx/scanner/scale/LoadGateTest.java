package io.fulfillx.scanner.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.model.quantity.Weight;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

class LoadGateTest {
    private final LoadGate gate = new LoadGate();
    private long now = 1;

    @Test
    void aLoadPassesOnceItRests() {
        assertInstanceOf(LoadGate.Nothing.class, stable(500));
        assertInstanceOf(LoadGate.Nothing.class, stable(500));
        assertEquals(fresh(500), rest(500));
    }

    @Test
    void aHandThatLetsGoSlowlyIsNoWeight() {
        stable(480);
        stable(490);
        stable(500);
        assertInstanceOf(LoadGate.Nothing.class, stable(510));
    }

    @Test
    void theParcelBeforeDoesNotPassAgain() {
        rest(500);
        gate.forget();
        assertEquals(new LoadGate.Old(new Weight(501)), rest(501));
        assertInstanceOf(LoadGate.Nothing.class, moving());
        assertEquals(new LoadGate.Old(new Weight(499)), rest(499));
    }

    @Test
    void anEqualParcelPassesAfterTheScaleWasEmpty() {
        rest(500);
        gate.forget();
        rest(3);
        assertEquals(fresh(500), rest(500));
    }

    @Test
    void anotherLoadPassesAtOnce() {
        rest(500);
        gate.forget();
        assertEquals(fresh(750), rest(750));
    }

    @Test
    void whatMovedWhenItWasForgottenIsOldOnceItRests() {
        moving();
        gate.forget();
        assertEquals(new LoadGate.Old(new Weight(500)), rest(500));
        rest(0);
        assertEquals(fresh(500), rest(500));
    }

    @Test
    void anEmptyScaleRemembersNothing() {
        rest(0);
        gate.forget();
        assertEquals(fresh(500), rest(500));
    }

    private LoadGate.Look stable(int grams) {
        now += TimeUnit.MILLISECONDS.toNanos(100);
        return gate.look(new ScaleReading.Stable(new Weight(grams)), now);
    }

    private LoadGate.Look moving() {
        now += TimeUnit.MILLISECONDS.toNanos(100);
        return gate.look(new ScaleReading.Moving(), now);
    }

    private LoadGate.Look rest(int grams) {
        stable(grams);
        stable(grams);
        stable(grams);
        return stable(grams);
    }

    private static LoadGate.Look fresh(int grams) {
        return new LoadGate.Fresh(new Weight(grams));
    }
}

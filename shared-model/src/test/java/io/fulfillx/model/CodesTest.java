package io.fulfillx.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.CartonCode;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.item.Gtin;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CodesTest {
    @Test
    void everyOwnCodeIsRecognisedFromItsText() {
        List<OwnCode> codes =
                List.of(
                        new ToteCode("0001"),
                        new LocationCode("A0103"),
                        new BadgeCode("Q8R7"),
                        new CartonCode("S"),
                        new OrderCode("100017"),
                        ActionCode.of(ActionCode.Action.CONFIRM),
                        ActionCode.times(10));
        for (OwnCode code : codes) {
            assertEquals(Optional.of(code), OwnCode.find(code.text()));
        }
    }

    @Test
    void commandsUseNoLetterThatKeyboardLayoutsSwap() {
        for (ActionCode.Action action : ActionCode.Action.values()) {
            assertEquals(action.name(), action.name().replaceAll("[YZ]", ""));
        }
    }

    @Test
    void aProductIsNeverTakenForAnOwnCode() {
        for (String product : List.of("4006381333931", "FX", "FXQ1", "FXCUNKNOWN", "FXTa", "")) {
            assertEquals(Optional.empty(), OwnCode.find(product));
        }
    }

    @Test
    void gtinsArePaddedAndTheirCheckDigitProved() {
        assertEquals("04006381333931", Gtin.find("4006381333931").orElseThrow().digits());
        assertEquals("00000096385074", Gtin.find("96385074").orElseThrow().digits());
        assertEquals(Optional.empty(), Gtin.find("4006381333932"));
        assertEquals(Optional.empty(), Gtin.find("40063813339"));
    }
}

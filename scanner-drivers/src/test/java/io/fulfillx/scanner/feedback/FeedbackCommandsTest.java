package io.fulfillx.scanner.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.scanner.Feedback;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;

class FeedbackCommandsTest {
    @ParameterizedTest
    @CsvSource({
        "ssi, GOOD, 05e6040000ff11",
        "ssi, BAD, 05e604000fff02",
        "ssi, ENABLE, 04e90400ff0f",
        "ssi, DISABLE, 04ea0400ff0e",
        "honeywell, GOOD, 16070d",
        "honeywell, BAD, 16070d16070d16070d",
        "honeywell, DISABLE, ''",
        "datalogic, GOOD, 42",
        "datalogic, BAD, 4645",
        "datalogic, ENABLE, 45",
        "datalogic, DISABLE, 44",
        "cipherlab, GOOD, 23402f2f2f2f0d",
        "bell, BAD, 070707",
        "none, GOOD, ''"
    })
    void eachMakerHasItsWords(String maker, Feedback feedback, String bytes) {
        byte[] told = FeedbackCommands.find(maker).orElseThrow().bytes(feedback);
        assertEquals(bytes, HexFormat.of().formatHex(told));
    }
}

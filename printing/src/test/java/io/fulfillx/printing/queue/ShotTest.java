package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class ShotTest {
    private static final String TSPL = "CLS\r\nBAR 10,10,700,3\r\nBAR 10,20,700,3\r\nPRINT 1,1\r\n";

    /** What comes next ends the line, whatever it is, and with it the command. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "9, true", "30, false", "45, false"})
    void aLabelCutWithinItsLastCommandMayComeOut(int missing, boolean may) {
        byte[] bytes = TSPL.getBytes(StandardCharsets.US_ASCII);
        Shot shot = new Shot(passage(bytes), 0, bytes, "T0");
        assertEquals(may, shot.mayComeOut(bytes.length - missing));
    }

    @ParameterizedTest
    @CsvSource({"54, true", "51, true", "20, false"})
    void aLabelIsWholeBeforeTheWishToBeAnnouncedHasLeft(int written, boolean may) {
        byte[] bytes = new byte[120];
        Shot shot = new Shot(passage(bytes), 0, bytes, 50, "T0");
        assertEquals(may, shot.mayComeOut(written));
    }

    private static Passage passage(byte[] bytes) {
        return new Passage(Bench.job("cut"), List.of(bytes));
    }
}

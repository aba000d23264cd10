package io.fulfillx.printing.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelLanguage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class FaultPlanTest {
    @Test
    void aPlanReadsBackToItself() {
        String text =
                "paper-out@label:12,for=3s; head-open@after:5,for=ever; stall@byte:2000,for=200ms;"
                        + " random:seed=7,rate=0.02,for=1500ms";
        assertEquals(text, FaultPlan.parse(text).toString());
        assertEquals("drop@byte:1500,for=2s", FaultPlan.parse(" drop@byte:1500 ;").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper-out",
                "drop@byte:0",
                "fire@label:1",
                "random:rate=1",
                "drop@label:1,x"
            })
    void nonsenseIsRefusedWithASentence(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> FaultPlan.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).length() > 20, refused::getMessage);
    }

    @Test
    void chanceStrikesTheSameForTheSameSeed() {
        List<String> first = strikes(7);
        assertTrue(first.size() > 100, first.toString());
        assertEquals(first, strikes(7));
        assertTrue(!first.equals(strikes(8)));
    }

    private static List<String> strikes(int seed) {
        List<String> strikes = new ArrayList<>();
        FaultSchedule schedule =
                new FaultSchedule(
                        FaultPlan.parse("random:seed=" + seed + ",rate=0.5"),
                        (kind, lasting) -> strikes.add(kind.word() + lasting));
        for (int label = 1; label <= 400; label++) {
            schedule.labelBegins(label);
            for (int i = 0; i < 100; i++) {
                schedule.byteRead();
            }
        }
        return strikes;
    }

    @ParameterizedTest
    @CsvSource({
        "--listen tcp:0, --out is missing",
        "--out x, --listen is missing",
        "--out x --listen com1, '--listen takes tcp:PORT or pty[:LINK], not com1'",
        "--out x --listen tcp:99999, 'a port is 0 to 65535, not 99999'",
        "--out x --listen tcp:0 --language pcl,"
                + " 'a language is zpl, epl, tspl, cpcl or escpos, not pcl'",
        "--out x --listen tcp:0 --ips fast, '--ips takes inches a second, not fast'",
        "--tcp 9100, there is no option --tcp",
        "--out, --out needs a value"
    })
    void wrongUseIsOneSentence(String line, String sentence) {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> VirtualPrinterOptions.parse(line.split(" ")));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void aCommandLineIsReadInBothForms() {
        VirtualPrinterOptions options =
                VirtualPrinterOptions.parse(
                        "--language=tspl", "--listen", "pty", "--out", "labels", "--ips", "6.5");
        assertEquals(LabelLanguage.TSPL, options.language());
        assertTrue(options.listen().toString().contains("labels/printer"));
        assertEquals(6.125 / 6.5, options.setup().secondsPerLabel(), 1e-9);
    }
}

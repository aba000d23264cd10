package io.fulfillx.scanner.scale.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.quantity.Weight;
import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.scale.ScaleReading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What single messages mean. */
class ProtocolBytesTest {
    private static final ScaleSettings USUAL = ScaleSettings.usual();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S S     100.40 g|100",
                "S S    0.50 kg|500",
                "S S       1.5 lb|680",
                "S D     100.40 g|moving",
                "S I|not ready",
                "S +|overload",
                "S -|below zero",
                "S S Error 10b|fault"
            })
    void sicsAnswers(String line, String meaning) {
        assertEquals(meaning, only(new SicsProtocol(USUAL), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~\\n0001.00LB\\r\\n00\\r\\e~|454",
                "~\\n 12.5oz\\r\\n20\\r\\e~|354",
                "~\\n1LB 02.5OZ\\r\\nS00\\r\\e~|524",
                "~\\n0001.00KG\\r\\n10\\r\\e~|moving",
                "~\\nS01\\r\\e~|below zero",
                "~\\n02\\r\\e~|overload",
                "~\\n^^^^^^^^kg\\r\\n00\\r\\e~|overload",
                "~\\n________kg\\r\\n00\\r\\e~|below zero",
                "~\\n--------kg\\r\\n00\\r\\e~|needs zero",
                "~\\n40\\r\\e~|fault"
            })
    void nciAnswers(String message, String meaning) {
        String bytes = message.replace("\\n", "\n").replace("\\r", "\r").replace("\\e", "\u0003");
        assertEquals(meaning, only(new NciProtocol(USUAL), bytes));
    }

    @Test
    void anNciWeightOfNothingButBlanksIsNoWeight() {
        byte[] bytes = "\n   \r\n00\r\u0003".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(List.of(), new NciProtocol(USUAL).hear(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "02 31 2e 32 33 34 0d, 1234",
        "82 b1 2e b2 33 b4 8d, 1234",
        "02 30 30 2e 35 30 30 4e 0d, 500",
        "02 3f 01 0d, moving",
        "02 3f 02 0d, overload",
        "02 3f 04 0d, below zero",
        "02 3f 08 0d, needs zero",
        "02 3f 10 0d, 0",
        "02 3f 00 0d, not ready",
        "02 3f 0d, moving"
    })
    void toledoAnswers(String hex, String meaning) {
        assertEquals(meaning, only(new ToledoProtocol(USUAL), text(hex)));
    }

    @Test
    void toledoDigitsWithoutPointTakeItFromTheSettings() {
        ToledoProtocol pounds = new ToledoProtocol(new ScaleSettings(MassUnit.POUND, 2, false));
        assertEquals("567", only(pounds, "\u000200125\r"));
    }

    @Test
    void toledoSaysNothingNewAndMeansTheSame() {
        ToledoProtocol scale = new ToledoProtocol(USUAL);
        only(scale, "\u00021.234\r");
        assertEquals("1234", only(scale, "\u0002?\u0000\r"));
        only(scale, "\u0002?\u0001\r");
        assertEquals("not ready", only(scale, "\u0002?\u0000\r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ST,GS,+  1.234kg|1234",
                "ST,NT,-  0.300kg|below zero",
                "US,GS,+  1.234kg|moving",
                "US,+00123.45  g|moving",
                "ST,+00123.45  g|123",
                "OL,+9999999E+19|overload",
                "OL,-9999999E+19|below zero",
                "1.234 kg ?|moving",
                "  12,5 g|13 shown",
                "-  29.182 g|below zero shown",
                "0.665 lb N|302 shown"
            })
    void streamLines(String line, String meaning) {
        assertEquals(meaning, only(new StreamProtocol(USUAL), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "03 04 02 00 e8 03, 1000",
        "03 04 03 fd e8 03, 1000",
        "03 04 0b ff 64 00, 283",
        "03 04 0c ff 0a 00, 454",
        "04 02 00 e8 03, 1000",
        "03 04 02 00 e8 03 00 00, 1000",
        "03 02 02 00 00 00, 0",
        "03 03 02 00 10 00, moving",
        "03 05 02 00 10 00, below zero",
        "03 06 02 00 00 00, overload",
        "03 01 00 00 00 00, fault",
        "03 07 02 00 00 00, fault",
        "03 08 02 00 00 00, needs zero",
        "03 04 04 00 10 00, fault"
    })
    void hidReports(String hex, String meaning) {
        assertEquals(meaning, only(new HidProtocol(USUAL), text(hex)));
    }

    @Test
    void aSignedUsbScaleCanBeBelowZero() {
        ScaleSettings signed = new ScaleSettings(MassUnit.GRAM, 0, true);
        assertEquals("below zero", only(new HidProtocol(signed), text("03 04 02 00 f6 ff")));
    }

    @Test
    void aCasBlockWithAWrongCheckByteIsNone() {
        CasProtocol scale = new CasProtocol(USUAL);
        String data = "S  1.234kg";
        char check = 0;
        for (int i = 0; i < data.length(); i++) {
            check ^= data.charAt(i);
        }
        assertEquals("1234", only(scale, "\u0001\u0002" + data + check + "\u0003\u0004"));
        assertEquals(
                List.of(),
                hear(scale, "\u0001\u0002" + data + (char) (check ^ 1) + "\u0003\u0004"));
    }

    @Test
    void noProtocolThrowsWhateverItHears() {
        Random random = new Random(5);
        byte[] noise = new byte[64];
        for (ScaleProtocol protocol : all()) {
            for (int i = 0; i < 2_000; i++) {
                random.nextBytes(noise);
                for (int at = 0; at < noise.length; at++) {
                    boolean likely = random.nextInt(4) > 0;
                    noise[at] = likely ? (byte) LIKELY.charAt(random.nextInt(27)) : noise[at];
                }
                protocol.hear(noise);
            }
        }
    }

    private static final String LIKELY = "SDI+-?,.0123456789 kglbSTZ\r\n\u0002\u0003\u0006";

    private static List<ScaleProtocol> all() {
        return List.of(
                new SicsProtocol(USUAL),
                new NciProtocol(USUAL),
                new ToledoProtocol(USUAL),
                new TorreyProtocol(USUAL),
                new CasProtocol(USUAL),
                new StreamProtocol(USUAL),
                new HidProtocol(USUAL));
    }

    private static String text(String hex) {
        return new String(
                HexFormat.of().parseHex(hex.replace(" ", "")), StandardCharsets.ISO_8859_1);
    }

    private static List<Heard> hear(ScaleProtocol protocol, String bytes) {
        return protocol.hear(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String only(ScaleProtocol protocol, String bytes) {
        List<Heard> heard = hear(protocol, bytes);
        assertEquals(1, heard.size(), heard.toString());
        return switch (heard.getFirst()) {
            case Heard.Weighed(var reading, var _) -> word(reading);
            case Heard.Shown(var reading, var _) -> word(reading) + " shown";
            case Heard.Taken _, Heard.Refused _, Heard.Asks _ -> heard.toString();
        };
    }

    private static String word(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable(Weight weight) -> String.valueOf(weight.grams());
            case ScaleReading.Moving _ -> "moving";
            case ScaleReading.BelowZero _ -> "below zero";
            case ScaleReading.Overload _ -> "overload";
            case ScaleReading.NeedsZero _ -> "needs zero";
            case ScaleReading.NotReady _ -> "not ready";
            case ScaleReading.Fault _ -> "fault";
            case ScaleReading.Stale _ -> "stale";
        };
    }

    @Test
    void sicsSaysWhetherItObeyed() {
        SicsProtocol scale = new SicsProtocol(USUAL);
        assertInstanceOf(Heard.Taken.class, hear(scale, "Z A\r\n").getFirst());
        assertInstanceOf(Heard.Taken.class, hear(scale, "T S    100.00 g\r\n").getFirst());
        assertInstanceOf(Heard.Refused.class, hear(scale, "Z I\r\n").getFirst());
        assertInstanceOf(Heard.Refused.class, hear(scale, "ES\r\n").getFirst());
        assertTrue(hear(scale, "I4 A \"B021\"\r\n").isEmpty());
    }
}

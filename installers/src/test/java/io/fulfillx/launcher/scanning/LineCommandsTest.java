package io.fulfillx.launcher.scanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

class LineCommandsTest {
    private final StringWriter said = new StringWriter();

    private int answer(LineCommand command, byte[] input, String... arguments) {
        command.input(new ByteArrayInputStream(input));
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(out)
                .execute(arguments);
    }

    private int gs1(String input, String... arguments) {
        return answer(new Gs1Command(), input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private List<String> lines() {
        return said.toString().lines().toList();
    }

    @Test
    void aMessageIsAnsweredWithEveryFormOfIt() {
        assertEquals(0, gs1("^010952123454321310A/B\n", "--from", "unbracketed"));
        assertEquals(
                List.of(
                        "{\"valid\":true,\"unbracketed\":\"^010952123454321310A/B\","
                                + "\"bracketed\":\"(01)09521234543213(10)A/B\",\"elements\":["
                                + "{\"ai\":\"01\",\"value\":\"09521234543213\"},"
                                + "{\"ai\":\"10\",\"value\":\"A/B\"}],"
                                + "\"uri\":\"https://id.gs1.org/01/09521234543213/10/A%2FB\","
                                + "\"error\":null}"),
                lines());
    }

    @Test
    void aWrongMessageIsAnsweredWithItsError() {
        assertEquals(0, gs1("(01)09521234543214", "--from", "bracketed"));
        assertEquals(
                List.of(
                        "{\"valid\":false,\"unbracketed\":null,\"bracketed\":null,"
                                + "\"elements\":[],\"uri\":null,\"error\":{"
                                + "\"code\":\"WRONG_CHECK_DIGIT\",\"ai\":\"01\",\"at\":17,"
                                + "\"message\":\"(01) trade item (GTIN): the check digit is"
                                + " wrong, at character 18\"}}"),
                lines());
    }

    @Test
    void aScanTellsItsSymbologyToo() {
        gs1("]E09521234543213\r\n]Q1hello\n", "--from", "scan");
        assertTrue(lines().get(0).contains("\"unbracketed\":\"^0109521234543213\""));
        assertTrue(
                lines().get(0).endsWith("\"symbology\":\"EAN/UPC\",\"data\":\"9521234543213\"}"));
        assertTrue(lines().get(1).endsWith("\"symbology\":\"QR Code\",\"data\":\"hello\"}"));
    }

    @Test
    void whatAMessageLacksIsToldUnlessItMustBeComplete() {
        assertEquals(0, gs1("^10A\n", "--from", "unbracketed", "--strict"));
        assertTrue(lines().get(0).contains("\"missing\":[{\"ai\":\"10\",\"needs\":\"01 02 "));
        assertEquals(1, gs1("^10A\n", "--from", "unbracketed", "--strict", "--complete"));
        assertTrue(
                lines().get(1).contains("\"code\":\"REQUISITE_MISSING\",\"ai\":\"10\",\"at\":1"));
    }

    @Test
    void strictlyOneWrongLineEndsWithOne() {
        assertEquals(1, gs1("^10A\n^\n^10A\n", "--from", "unbracketed", "--strict"));
        assertEquals(3, lines().size());
    }

    @Test
    void aFormMustBeNamed() {
        assertEquals(2, gs1("^10A\n"));
        assertEquals(2, gs1("^10A\n", "--from", "klingon"));
    }

    @Test
    void hugeAndBinaryLinesAreAnsweredLikeAnyOther() {
        byte[] input = new byte[3_000_000];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) (i % 251);
        }
        input[1_000_000] = '\n';
        long lines = new String(input, StandardCharsets.ISO_8859_1).lines().count();
        assertTrue(lines > 2);
        assertEquals(0, answer(new Gs1Command(), input, "--from", "unbracketed"));
        long newlines = 0;
        for (byte each : input) {
            newlines += each == '\n' ? 1 : 0;
        }
        assertEquals(newlines + 1, lines().size());
        assertTrue(lines().stream().allMatch(line -> line.startsWith("{\"valid\":false,")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1ZFX12340376543211", "1z fx1234 03 7654 3211", "]C01ZFX12340376543211"})
    void aCarriersNumberIsAnsweredWithItsCarrier(String number) {
        assertEquals(
                0, answer(new TrackingCommand(), (number + "\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of(
                        "{\"valid\":true,\"carrier\":\"UPS\",\"service\":\"Ground\","
                                + "\"number\":\"1ZFX12340376543211\",\"kind\":\"PARCEL\","
                                + "\"checked\":true,\"destination\":null,\"error\":null}"),
                lines());
    }

    @Test
    void aNumberOfTwoCarriersIsAnsweredWithBoth() {
        answer(new TrackingCommand(), "9261299990000000000424".getBytes(StandardCharsets.UTF_8));
        assertTrue(lines().get(0).contains("\"candidates\":[{\"carrier\":\"FedEx\""));
    }

    @Test
    void aWrongCarriersNumberIsAnsweredWithItsError() {
        int code =
                answer(
                        new TrackingCommand(),
                        "1ZFX12340376543212\nnonsense\n".getBytes(StandardCharsets.UTF_8),
                        "--strict");
        assertEquals(1, code);
        assertTrue(lines().get(0).contains("\"code\":\"WRONG_CHECK_DIGIT\""));
        assertTrue(lines().get(0).contains("\"carrier\":\"UPS\""));
        assertTrue(lines().get(1).contains("\"code\":\"UNKNOWN\""));
    }
}

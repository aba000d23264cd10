package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class Gs1MessageTest {
    private static final String GTIN = "0109521234543213";

    private static Gs1Message message(String text) {
        return Gs1Message.parse(text).message().orElseThrow();
    }

    private static Gs1Error error(Gs1Outcome outcome) {
        return outcome.error().orElseThrow();
    }

    @Test
    void fixedLengthsNeedNoSeparator() {
        Gs1Message message = message("^" + GTIN + "1726123110LOT7");
        assertEquals("09521234543213", message.gtin().orElseThrow().digits());
        assertEquals(Optional.of("LOT7"), message.lot());
        assertEquals(
                List.of("01", "17", "10"),
                message.elements().stream().map(Gs1Element::ai).toList());
    }

    @Test
    void variableLengthsEndAtACaretOrAGs() {
        Gs1Message message = message("\u001d" + GTIN + "10LOT7\u001d21SER-9/1^99X");
        assertEquals(Optional.of("LOT7"), message.lot());
        assertEquals(Optional.of("SER-9/1"), message.serial());
        assertEquals("^" + GTIN + "10LOT7^21SER-9/1^99X", message.unbracketed());
    }

    @Test
    void contentAndCountAreRead() {
        Gs1Message message = message("^02095212345432133724");
        assertEquals(Optional.of(24), message.count());
        assertEquals("09521234543213", message.gtin().orElseThrow().digits());
    }

    @Test
    void theLeadingSeparatorIsNeededUnlessReadLoosely() {
        assertEquals(Gs1Problem.NO_LEADING_FNC1, error(Gs1Message.parse(GTIN)).problem());
        assertTrue(Gs1Message.parseLoosely(GTIN).message().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          NO_LEADING_FNC1,    '',   0",
        "^,                           EMPTY,              '',   1",
        "^0109521234543214,           WRONG_CHECK_DIGIT,  01,   16",
        "^01095212345432,             TOO_SHORT,          01,   3",
        "^010952123454321317261331,   WRONG_MONTH,        17,   21",
        "^10,                         EMPTY_VALUE,        10,   3",
        "^30ABC,                      NOT_A_DIGIT,        30,   3",
        "^21with space,               NOT_IN_SET_82,      21,   7",
        "^10123456789012345678901,    TOO_LONG,           10,   23",
        "^8912,                       UNKNOWN_IDENTIFIER, '',   1",
        "^X112,                       NO_IDENTIFIER,      '',   1",
        "^10A^10B,                    CONTRADICTION,      10,   5",
        "^0109521234543213375,        EXCLUDED,           37,   17",
        "^21A^235B,                   EXCLUDED,           235,  5",
        "^31031234563104123456,       EXCLUDED,           3104, 11",
    })
    void anErrorTellsTheProblemTheIdentifierAndTheOffset(
            String text, Gs1Problem problem, String ai, int at) {
        Gs1Error error = error(Gs1Message.parse(text));
        assertEquals(problem, error.problem());
        assertEquals(ai, error.ai());
        assertEquals(at, error.at());
    }

    @Test
    void anErrorIsASentenceWithoutTheValue() {
        assertEquals(
                "(10) lot: this character is not in GS1 character set 82, at character 7",
                error(Gs1Message.parse("^10ABC ")).sentence());
    }

    @Test
    void theSameElementTwiceIsNoContradiction() {
        assertEquals(2, message("^10A^10A").elements().size());
    }

    @Test
    void moreThan64ElementsAreRefused() {
        String many = "^99A".repeat(64);
        assertEquals(64, message(many).elements().size());
        Gs1Error error = error(Gs1Message.parse(many + "^99A"));
        assertEquals(Gs1Problem.TOO_MANY_ELEMENTS, error.problem());
    }

    @Test
    void aSignatureOfAKindNeedsItsSerialNumber() {
        assertEquals(
                Gs1Problem.SERIAL_MISSING,
                error(Gs1Message.parse("^2539521234543213^8030ABC")).problem());
        assertTrue(Gs1Message.parse("^2539521234543213S1^8030ABC").message().isPresent());
    }

    @Test
    void whatIsMissingMayBeOnAnotherBarCodeAndIsToldApart() {
        Gs1Message message = message("^250X1^10A");
        assertEquals(
                List.of("250 01&21 03&21 8006&21", "10 01 02 03 8006 8026"),
                message.missing().stream()
                        .map(missing -> missing.element().ai() + " " + missing.needs())
                        .toList());
        assertEquals(List.of(), message("^" + GTIN + "21S^250X1^10A").missing());
        assertEquals(List.of(), message("^" + GTIN + "392112345^3103123456").missing());
    }

    @Test
    void aCompositePartIsKeptApart() {
        Gs1Message message = message("^" + GTIN + "|^10LOT7^21S");
        assertEquals(1, message.linear());
        assertEquals("(01)09521234543213|(10)LOT7(21)S", message.bracketed());
        assertEquals("^" + GTIN + "|^10LOT7^21S", message.unbracketed());
        assertEquals(message, Gs1Message.parseBracketed(message.bracketed()));
    }

    @Test
    void bracketsInsideAValueAreWrittenWithABackslash() {
        Gs1Message message = message("^10A(11)B");
        assertEquals("(10)A\\(11)B", message.bracketed());
        assertEquals(message, Gs1Message.parseBracketed(message.bracketed()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                   EMPTY,              '', 0",
        "10A,                  NO_BRACKET,         '', 0",
        "(10A,                 UNCLOSED_BRACKET,   '', 0",
        "(89)A,                UNKNOWN_IDENTIFIER, '', 1",
        "(10)A(21),            EMPTY_VALUE,        21, 9",
        "(17)9(90)217,         TOO_SHORT,          17, 4",
        "(10)A\\(B^,           NOT_IN_SET_82,      10, 8",
        "(11)2612311,          TOO_LONG,           11, 10",
    })
    void anErrorInBracketedTextTellsItsPlaceToo(
            String text, Gs1Problem problem, String ai, int at) {
        Gs1Error error = error(Gs1Message.parseBracketed(text));
        assertEquals(problem, error.problem());
        assertEquals(ai, error.ai());
        assertEquals(at, error.at());
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000})
    void aHugeTextIsRefusedAtOnce(int length) {
        String text = "^10" + "A".repeat(length);
        assertEquals(Gs1Problem.TOO_LONG_TEXT, error(Gs1Message.parse(text)).problem());
        assertEquals(Gs1Problem.TOO_LONG_TEXT, error(Gs1Message.parseBracketed(text)).problem());
    }
}

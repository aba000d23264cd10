package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZplTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meier|Meier",
                "a^XZ|a_5EXZ",
                "~JA|_7EJA",
                "snake_case|snake_5Fcase",
                "C:\\&|C:_5C&",
                "Müller 山田|Müller 山田",
                "_7EJA|_5F7EJA"
            })
    void charactersThatMeanSomethingAreEscaped(String text, String escaped) {
        assertEquals(escaped, ZplText.escape(text));
    }

    @Test
    void controlCharactersAreDroppedAndLineEndsBecomeSpaces() {
        assertEquals("ab c", ZplText.escape("a\u001e\u0010\u0002b\nc\ud800"));
    }
}

package io.fulfillx.backend.orders.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "+1",
                "-2",
                "@SUM",
                "\tx",
                "'=1",
                "''+2",
                "'plain",
                "plain",
                "",
                "'"
            })
    void whatIsWrittenReadsTheSameAndStartsNoFormula(String text) {
        String cell = CellText.written(text);
        assertEquals(text, CellText.read(cell));
        assertFalse(cell.matches("(?s)[=+\\-@\\t\\r\\n].*"), cell);
    }

    @Test
    void tagsSurviveWhateverIsInThem() {
        for (List<String> tags :
                List.of(
                        List.of("a", "b c"),
                        List.of("a|b"),
                        List.of("[x]", "y"),
                        List.of(" edge "),
                        List.<String>of())) {
            assertEquals(tags, TagsCell.read(TagsCell.written(tags)));
        }
    }
}

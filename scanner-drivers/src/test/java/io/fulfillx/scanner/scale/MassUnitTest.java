package io.fulfillx.scanner.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class MassUnitTest {
    @ParameterizedTest
    @CsvSource({
        "1,kg,1000",
        "0.4994,kg,499",
        "0.4995,kg,500",
        "1,lb,454",
        "1,LBS,454",
        "16,oz,454",
        "0.5,g,1",
        "0.49,g,0",
        "499,mg,0",
        "500,mg,1",
        "0.03,t,30000",
        "0.1,oz,3"
    })
    void everyUnitBecomesWholeGrams(BigDecimal amount, String unit, int grams) {
        MassUnit mass = MassUnit.of(unit).orElseThrow();
        assertEquals(BigDecimal.valueOf(grams), MassUnit.wholeGrams(mass.toGrams(amount)), unit);
    }
}

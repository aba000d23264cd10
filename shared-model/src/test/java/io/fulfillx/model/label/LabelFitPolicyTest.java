package io.fulfillx.model.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.model.quantity.Weight;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFitPolicyTest {
    @ParameterizedTest(name = "{0} g, {1} %, same carton {2}: bought {3} in {4}, is {5} in {6}")
    @CsvSource({
        // Within the grams, on the line, and a gram beyond it, to both sides.
        "50, 0, false, 500, S, 550, S, FITS",
        "50, 0, false, 500, S, 551, S, OTHER_WEIGHT",
        "50, 0, false, 500, S, 450, S, FITS",
        "50, 0, false, 500, S, 449, S, OTHER_WEIGHT",
        // The larger one of both tolerances counts.
        "50, 10, false, 5000, L, 5500, L, FITS",
        "50, 10, false, 5000, L, 5501, L, OTHER_WEIGHT",
        "50, 10, false, 100, S, 150, S, FITS",
        // Percent are rounded down.
        "0, 10, false, 109, S, 119, S, FITS",
        "0, 10, false, 109, S, 120, S, OTHER_WEIGHT",
        // Without any tolerance the weight is what was paid for.
        "0, 0, false, 500, S, 500, S, FITS",
        "0, 0, false, 500, S, 501, S, OTHER_WEIGHT",
        // The carton counts only where the rule says so, and before the weight.
        "50, 0, false, 500, S, 500, M, FITS",
        "50, 0, true, 500, S, 500, M, OTHER_CARTON",
        "50, 0, true, 500, S, 500, S, FITS",
        "50, 0, true, 500, S, 900, M, OTHER_CARTON",
        // The heaviest parcels do not overflow.
        "0, 1000, false, 1000000, S, 0, S, FITS"
    })
    void whatALabelWasBoughtForIsComparedWithWhatStandsThere(
            int grams,
            int percent,
            boolean sameCarton,
            int paid,
            String paidCarton,
            int weighed,
            String carton,
            LabelFitPolicy.Fit fit) {
        LabelTerms terms =
                new LabelTerms(
                        paidCarton, new Weight(paid), new FitTolerance(grams, percent, sameCarton));
        assertEquals(fit, LabelFitPolicy.fit(terms, carton, new Weight(weighed)));
    }
}

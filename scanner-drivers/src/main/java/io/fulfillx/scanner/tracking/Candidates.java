package io.fulfillx.scanner.tracking;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a number can be, and says what is likeliest. */
final class Candidates {
    /** How much speaks for a candidate; the most first. */
    enum Evidence {
        /** A form that nobody else uses, and a check digit. */
        FORM_AND_CHECK,
        FORM,
        /**
         * As many digits as the carrier has, and a check digit: one number in ten has it by luck.
         */
        CHECK,
        /** Only as many digits. */
        LENGTH
    }

    private record Candidate(Evidence evidence, CarrierNumber number) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private Tracking.@Nullable WrongCheckDigit wrong;

    /** Whether the wrong one has a form that nobody else uses. */
    private boolean surelyWrong;

    void add(Evidence evidence, CarrierNumber number) {
        candidates.add(new Candidate(evidence, number));
    }

    /** Adds it if the check digit fits, and otherwise remembers that it does not. */
    void add(boolean fits, Evidence evidence, CarrierNumber number) {
        boolean sure = evidence == Evidence.FORM_AND_CHECK;
        if (fits) {
            add(evidence, number);
        } else if (wrong == null || sure && !surelyWrong) {
            wrong = new Tracking.WrongCheckDigit(number.carrier(), number.number());
            surelyWrong = sure;
        }
    }

    /** A form that is one carrier's own, but misread, is not another's by good luck. */
    Tracking result() {
        List<Candidate> sorted =
                candidates.stream().sorted(Comparator.comparing(Candidate::evidence)).toList();
        boolean lucky =
                !sorted.isEmpty() && sorted.getFirst().evidence().compareTo(Evidence.FORM) > 0;
        if (wrong != null && (sorted.isEmpty() || lucky && surelyWrong)) {
            return wrong;
        }
        return sorted.isEmpty()
                ? new Tracking.Unknown("no carrier's number looks like this")
                : new Tracking.Found(sorted.stream().map(Candidate::number).distinct().toList());
    }
}

package io.fulfillx.scanner.gs1;

/** What a rule objects to, by offsets in the text it looked at. */
record Finding(Gs1Problem problem, int at, int length) {
    Gs1Error in(String ai, int shift) {
        return new Gs1Error(problem, ai, at + shift, length);
    }
}

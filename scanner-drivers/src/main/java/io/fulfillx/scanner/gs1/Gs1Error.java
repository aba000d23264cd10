package io.fulfillx.scanner.gs1;

/**
 * The first thing that is wrong with a message.
 *
 * @param ai the application identifier it is about; empty when it is about none
 * @param at the offset of the first wrong character in the text as it was given, from 0
 * @param length how many characters are wrong; 0 when something is missing there
 */
public record Gs1Error(Gs1Problem problem, String ai, int at, int length) implements Gs1Outcome {
    static Gs1Error at(Gs1Problem problem, int at, int length) {
        return new Gs1Error(problem, "", at, length);
    }

    /** One sentence without the value itself, which may be private. */
    public String sentence() {
        String subject =
                ai.isEmpty()
                        ? ""
                        : "("
                                + ai
                                + ") "
                                + Identifiers.find(ai).map(known -> known.name() + ": ").orElse("");
        return subject + problem.sentence() + ", at character " + (at + 1);
    }
}

package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Signal;

/** What the last act came to, in words. */
public record Feedback(Look look, String headline, String help) {
    public static final Feedback NONE = new Feedback(Look.NEUTRAL, "", "");

    private static final String HELD = ".held";

    /** The texts of a step are {@code <key>} and, if there is more to say, {@code <key>.help}. */
    public static Feedback of(Texts texts, Step step) {
        Object[] values = step.args().toArray();
        return new Feedback(
                lookOf(step),
                texts.get(step.key(), values),
                texts.find(step.key() + ".help", values).orElse(""));
    }

    /** A hold is nobody's mistake at the bench: it stops the work, but in amber. */
    private static Look lookOf(Step step) {
        return step.key().endsWith(HELD) ? Look.ATTENTION : Look.of(step.tone());
    }

    public boolean isNone() {
        return headline.isEmpty();
    }

    /** Whether it must be read before anything else. */
    public boolean stops() {
        return look == Look.BAD || look == Look.ATTENTION;
    }

    /** Whether it stays in sight while nothing else is to be done. */
    public boolean lasts() {
        return stops() || look == Look.GOOD || look == Look.WAITING;
    }

    public Signal signal() {
        return Signal.of(look, headline, help);
    }
}

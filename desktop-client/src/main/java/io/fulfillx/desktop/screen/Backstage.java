package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What every controller works with.
 *
 * @param station runs sessions, one act after the other, off the FX thread
 * @param paint runs on the FX thread
 */
public record Backstage(
        Texts texts, Executor station, Executor paint, Speaker speaker, Navigation navigation) {

    /** A button in the operator's language. */
    public KeyButton button(String text, KeyCode code, Runnable action) {
        return new KeyButton(texts.get(text), new KeyCodeCombination(code), action);
    }

    /** Sound, then paint, for an act that is already durable. On the station thread. */
    public void tell(Feedback feedback, Runnable change) {
        chime(feedback.look()).ifPresent(speaker::play);
        paint.execute(change);
    }

    private static Optional<Chime> chime(Look look) {
        return switch (look) {
            case GOOD -> Optional.of(Chime.ACCEPTED);
            case WAITING -> Optional.of(Chime.WAITING);
            case BAD -> Optional.of(Chime.WRONG);
            case ATTENTION -> Optional.of(Chime.ATTENTION);
            case INFO, NEUTRAL -> Optional.empty();
        };
    }

    /** The same with the sound of a finished piece of work. */
    public void tellDone(Runnable change) {
        speaker.play(Chime.DONE);
        paint.execute(change);
    }
}

package io.fulfillx.desktop.screen;

import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.text.Texts;

import java.util.concurrent.Executor;

/**
 * What every controller works with.
 *
 * @param station runs sessions, one act after the other, off the FX thread
 * @param paint runs on the FX thread
 */
public record Backstage(
        Texts texts, Executor station, Executor paint, Speaker speaker, Navigation navigation) {

    /** Sound, then paint, for an act that is already durable. On the station thread. */
    public void tell(Step step, Runnable change) {
        Chime.of(step.tone()).ifPresent(speaker::play);
        paint.execute(change);
    }

    /** The same with the sound of a finished piece of work. */
    public void tellDone(Runnable change) {
        speaker.play(Chime.DONE);
        paint.execute(change);
    }
}

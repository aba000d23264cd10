package io.fulfillx.desktop.sound;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;

/** Plays chimes without ever holding up a scan. A machine without sound stays silent. */
public final class Speaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);

    private final ExecutorService player =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("station-sound").factory());
    private final Map<Chime, Clip> clips = new EnumMap<>(Chime.class);
    private volatile boolean audible;

    /** Opens the device in the background; until it is open, chimes are skipped. */
    public static Speaker start() {
        Speaker speaker = new Speaker();
        speaker.player.execute(speaker::open);
        return speaker;
    }

    /** For a station that shall make no sound. */
    public static Speaker silent() {
        return new Speaker();
    }

    private void open() {
        try {
            for (Chime chime : Chime.values()) {
                byte[] samples = Wave.samples(chime);
                Clip clip = AudioSystem.getClip();
                clip.open(Wave.FORMAT, samples, 0, samples.length);
                clips.put(chime, clip);
            }
            audible = true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            LOG.info("no sound on this machine: {}", e.getMessage());
        }
    }

    /** Whether the machine has a working sound device. */
    public boolean audible() {
        return audible;
    }

    /** Returns at once; a new chime cuts the last one off. */
    public void play(Chime chime) {
        if (audible) {
            player.execute(() -> restart(chime));
        }
    }

    private void restart(Chime chime) {
        clips.values().forEach(Clip::stop);
        Clip clip = clips.get(chime);
        if (clip != null) {
            clip.setFramePosition(0);
            clip.start();
        }
    }

    @Override
    public void close() {
        player.execute(() -> clips.values().forEach(Clip::close));
        player.shutdown();
    }
}

package io.fulfillx.desktop.sound;

import java.io.ByteArrayOutputStream;

import javax.sound.sampled.AudioFormat;

/** Turns notes into 16-bit mono samples with soft edges, so that nothing clicks. */
final class Wave {
    static final AudioFormat FORMAT = new AudioFormat(22_050, 16, 1, true, false);

    private static final double LOUDNESS = 0.55;
    private static final double EDGE_SECONDS = 0.006;
    private static final double OVERTONE = 0.35;

    private Wave() {}

    static byte[] samples(Chime chime) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Chime.Note note : chime.notes()) {
            append(bytes, note);
        }
        return bytes.toByteArray();
    }

    private static void append(ByteArrayOutputStream bytes, Chime.Note note) {
        double rate = FORMAT.getSampleRate();
        int count = (int) (rate * note.millis() / 1_000);
        for (int i = 0; i < count; i++) {
            double seconds = i / rate;
            double left = (count - i) / rate;
            double edge = Math.min(1, Math.min(seconds, left) / EDGE_SECONDS);
            double turn = 2 * Math.PI * note.hertz() * seconds;
            double wave = (Math.sin(turn) + OVERTONE * Math.sin(2 * turn)) / (1 + OVERTONE);
            int sample = (int) (wave * edge * LOUDNESS * Short.MAX_VALUE);
            bytes.write(sample);
            bytes.write(sample >> Byte.SIZE);
        }
    }
}

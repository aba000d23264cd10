package io.fulfillx.desktop.sound;

import java.util.List;

/** What the station says to the ear. Rhythm and direction differ, not the pitch alone. */
public enum Chime {
    ACCEPTED(List.of(new Note(1_320, 70))),
    WRONG(List.of(new Note(196, 170), new Note(0, 60), new Note(165, 260))),
    ATTENTION(List.of(new Note(620, 120), new Note(0, 50), new Note(620, 120))),
    WAITING(List.of(new Note(880, 80), new Note(660, 150))),
    DONE(List.of(new Note(660, 80), new Note(880, 80), new Note(1_320, 150)));

    /**
     * @param hertz 0 is silence
     */
    record Note(int hertz, int millis) {}

    @SuppressWarnings("ImmutableEnumChecker") // from List.of
    private final List<Note> notes;

    Chime(List<Note> notes) {
        this.notes = notes;
    }

    List<Note> notes() {
        return notes;
    }
}

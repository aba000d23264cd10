package io.fulfillx.desktop.session;

/** How an answer sounds and looks. Screens never rely on the colour alone. */
public enum Tone {
    /** Done, go on. */
    GREEN,
    /** Done here, but what was worked on stays and waits for something. */
    BLUE,
    /** Not done as meant: look, then decide. */
    AMBER,
    /** Stop: wrong, blocked or forbidden. */
    RED,
    /** Neither: an instruction. */
    NEUTRAL
}

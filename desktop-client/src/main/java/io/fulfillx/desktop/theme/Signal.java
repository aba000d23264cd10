package io.fulfillx.desktop.theme;

/**
 * What a board shows.
 *
 * @param command what to do now, a few words
 * @param help one line more, or empty
 */
public record Signal(Look look, Icon icon, String command, String help) {
    public static final Signal NONE = of(Look.NEUTRAL, "", "");

    public static Signal of(Look look, String command, String help) {
        return new Signal(look, look.icon(), command, help);
    }
}

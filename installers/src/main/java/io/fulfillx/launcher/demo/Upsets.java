package io.fulfillx.launcher.demo;

/**
 * What goes wrong during a shift.
 *
 * @param cutNetwork whether the stations lose the server in the middle third of the shift
 * @param printerFaults of the first house's printer, as {@code virtual-printer --fault} takes them
 */
public record Upsets(boolean cutNetwork, String printerFaults) {
    /** A shift without any. */
    public static final Upsets NONE = new Upsets(false, "");

    /** Twice no paper, once a lost line: an ordinary day. */
    public static final String ORDINARY_PRINTER =
            "paper-out@label:4,for=3s; drop@label:8; paper-out@label:12,for=3s";
}

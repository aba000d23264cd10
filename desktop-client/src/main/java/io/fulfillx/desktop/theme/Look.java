package io.fulfillx.desktop.theme;

import io.fulfillx.desktop.session.Tone;

import javafx.scene.Node;

import java.util.Locale;

/** What a packer must feel at once; always shown as colour, shape and word together. */
public enum Look {
    NEUTRAL(Icon.SCAN),
    INFO(Icon.ARROW),
    GOOD(Icon.TICK),
    /** Never to be taken for GOOD: it must not leave. */
    WAITING(Icon.CLOCK),
    BAD(Icon.CROSS),
    ATTENTION(Icon.ATTENTION);

    private final Icon icon;
    private final String styleClass;

    Look(Icon icon) {
        this.icon = icon;
        this.styleClass = "tone-" + name().toLowerCase(Locale.ROOT);
    }

    public static Look of(Tone tone) {
        return switch (tone) {
            case GREEN -> GOOD;
            case BLUE -> WAITING;
            case AMBER -> ATTENTION;
            case RED -> BAD;
            case NEUTRAL -> INFO;
        };
    }

    public Icon icon() {
        return icon;
    }

    /** Gives the node this look and takes any other from it; the same look again costs nothing. */
    public void paint(Node node) {
        if (node.getStyleClass().contains(styleClass)) {
            return;
        }
        for (Look look : values()) {
            node.getStyleClass().remove(look.styleClass);
        }
        node.getStyleClass().add(styleClass);
    }
}

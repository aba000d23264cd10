package io.fulfillx.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;

import java.util.List;
import java.util.Objects;

/** Dark for most halls, light for a bench in daylight. */
public enum Theme {
    DARK,
    LIGHT;

    private static final String BASE = "station.css";

    /** Dresses the whole program; the FX thread only. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                this == DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet(BASE), sheet(colours())));
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    private String colours() {
        return this == DARK ? "station-dark.css" : "station-light.css";
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}

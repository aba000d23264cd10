package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.theme.Theme;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the settings screen shows. */
public final class SettingsModel {
    private final PrintersModel printers = new PrintersModel();
    private final DevicesModel devices = new DevicesModel();
    private final StringProperty layout = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty organization = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty lastScan = new SimpleStringProperty("");
    private final StringProperty lastMeaning = new SimpleStringProperty("");
    private final BooleanProperty enrolled = new SimpleBooleanProperty();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);

    public PrintersModel printers() {
        return printers;
    }

    /** Scanners and scale; the keyboard wedge is always on. */
    public DevicesModel devices() {
        return devices;
    }

    /** What is put right in scans of the keyboard wedge, such as {@code us>de}; or empty. */
    public StringProperty layout() {
        return layout;
    }

    public StringProperty server() {
        return server;
    }

    public StringProperty organization() {
        return organization;
    }

    /** The one-time code of a manager. */
    public StringProperty code() {
        return code;
    }

    public StringProperty lastScan() {
        return lastScan;
    }

    public StringProperty lastMeaning() {
        return lastMeaning;
    }

    public BooleanProperty enrolled() {
        return enrolled;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }
}

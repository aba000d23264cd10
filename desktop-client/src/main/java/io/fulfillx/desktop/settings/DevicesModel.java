package io.fulfillx.desktop.settings;

import io.fulfillx.scanner.FoundDevice;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the choice of scanners and scale shows. */
public final class DevicesModel {
    /** No row is selected. */
    static final int NONE = -1;

    private final ObservableList<DeviceLine> lines = FXCollections.observableArrayList();
    private final ObservableList<FoundDevice> found = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ObjectProperty<DeviceRole> role = new SimpleObjectProperty<>(DeviceRole.SCANNER);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();

    /** The scanners of this station, and its scale last. */
    ObservableList<DeviceLine> lines() {
        return lines;
    }

    /** What is plugged in now. */
    ObservableList<FoundDevice> found() {
        return found;
    }

    /** The chosen row of {@link #lines}, or {@link #NONE}. */
    IntegerProperty selected() {
        return selected;
    }

    /** What the device in the fields is for. */
    public ObjectProperty<DeviceRole> role() {
        return role;
    }

    /** What people call the scanner in the fields. */
    public StringProperty name() {
        return name;
    }

    /** The address in the field: taken from a row, or typed. */
    public StringProperty address() {
        return address;
    }

    /** Whether this choice is in front of the other settings. */
    public BooleanProperty open() {
        return open;
    }
}

package io.fulfillx.desktop.status;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/** What the status bar shows. */
public final class StatusModel {
    private final ObjectProperty<Optional<StatusSnapshot>> snapshot =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty clock = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");

    private final StringProperty fault = new SimpleStringProperty("");

    /** Something that must not pass unseen, such as an act that could not be stored; or empty. */
    public StringProperty fault() {
        return fault;
    }

    public ObjectProperty<Optional<StatusSnapshot>> snapshot() {
        return snapshot;
    }

    /** The time of day in the chosen language. */
    public StringProperty clock() {
        return clock;
    }

    /** The name of the screen in front. */
    public StringProperty place() {
        return place;
    }
}

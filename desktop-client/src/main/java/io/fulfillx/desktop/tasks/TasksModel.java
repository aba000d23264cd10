package io.fulfillx.desktop.tasks;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.model.station.StationTask;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;

/** What the list of things to do by hand shows. */
public final class TasksModel {
    private final ObjectProperty<List<StationTask>> open = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);

    /** Oldest first. */
    public ObjectProperty<List<StationTask>> open() {
        return open;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }
}

package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.model.id.ParcelId;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import java.util.List;
import java.util.Map;

/** What the queue screen shows. */
public final class WorkQueueModel {
    private final ObjectProperty<QueueView> queue =
            new SimpleObjectProperty<>(new QueueView(List.of(), Map.of(), 0));
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableSet<ParcelId> chosen = FXCollections.observableSet();

    public ObjectProperty<QueueView> queue() {
        return queue;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    public StringProperty search() {
        return search;
    }

    /** Parcels marked for the next pick round. */
    public ObservableSet<ParcelId> chosen() {
        return chosen;
    }
}

package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.model.id.ParcelId;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/** What the labels screen shows. */
public final class LabelsModel {
    private final ObjectProperty<LabelRunView> run =
            new SimpleObjectProperty<>(LabelRunView.NOTHING);
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final ObjectProperty<Optional<ParcelId>> chosen =
            new SimpleObjectProperty<>(Optional.empty());

    public ObjectProperty<LabelRunView> run() {
        return run;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    /** The parcel whose label is looked at. */
    public ObjectProperty<Optional<ParcelId>> chosen() {
        return chosen;
    }
}

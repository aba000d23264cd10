package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.screen.Feedback;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/** What the pick screen shows. */
public final class PickModel {
    private final ObjectProperty<Optional<PickState>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);

    private final ObjectProperty<Optional<PickStep>> step =
            new SimpleObjectProperty<>(Optional.empty());

    /** Empty while no round is open. */
    public ObjectProperty<Optional<PickState>> state() {
        return state;
    }

    /** What came of the last act. */
    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    /** The answer behind the feedback. */
    public ObjectProperty<Optional<PickStep>> step() {
        return step;
    }
}

package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.screen.Feedback;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/** What the pack screen shows. */
public final class PackModel {
    private final ObjectProperty<Optional<PackState>> state =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final ObjectProperty<Optional<PackStep>> step =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ScaleSight> scale = new SimpleObjectProperty<>(ScaleSight.NONE);
    private final StringProperty weight = new SimpleStringProperty("");

    public ObjectProperty<Optional<PackState>> state() {
        return state;
    }

    /** What came of the last act. */
    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    /** The answer behind the feedback. */
    public ObjectProperty<Optional<PackStep>> step() {
        return step;
    }

    /** What the scale is at. */
    public ObjectProperty<ScaleSight> scale() {
        return scale;
    }

    /** Digits typed so far, in grams. */
    public StringProperty weight() {
        return weight;
    }
}

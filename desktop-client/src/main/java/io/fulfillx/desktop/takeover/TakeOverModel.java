package io.fulfillx.desktop.takeover;

import io.fulfillx.desktop.screen.Feedback;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the question shows. */
public final class TakeOverModel {
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final BooleanProperty asking = new SimpleBooleanProperty();

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    /** Whether yes and no mean anything now. */
    public BooleanProperty asking() {
        return asking;
    }
}

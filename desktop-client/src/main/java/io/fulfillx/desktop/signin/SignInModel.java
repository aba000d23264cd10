package io.fulfillx.desktop.signin;

import io.fulfillx.desktop.screen.Feedback;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the sign-in screen shows. */
public final class SignInModel {
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);

    /** Everyone who may sign in here. */
    public ObservableList<String> names() {
        return names;
    }

    /** The chosen name, or empty. */
    public StringProperty name() {
        return name;
    }

    public StringProperty pin() {
        return pin;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }
}

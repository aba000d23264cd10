package io.fulfillx.desktop.settings;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

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

/** What the choice of printers shows. */
public final class PrintersModel {
    /** No row is selected. */
    static final int NONE = -1;

    private final ObservableList<PrinterLine> lines = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<PrinterProfile> profile =
            new SimpleObjectProperty<>(PrinterProfiles.generic(LabelLanguage.ZPL));
    private final ObjectProperty<SearchState> search = new SimpleObjectProperty<>(SearchState.NONE);
    private final BooleanProperty open = new SimpleBooleanProperty();

    /** The printers of this station; the first prints single labels. */
    ObservableList<PrinterLine> lines() {
        return lines;
    }

    /** The chosen row of {@link #lines}, or {@link #NONE}. */
    IntegerProperty selected() {
        return selected;
    }

    /** What stands in the field for an address: taken from a row, or typed. */
    public StringProperty address() {
        return address;
    }

    public ObjectProperty<PrinterProfile> profile() {
        return profile;
    }

    ObjectProperty<SearchState> search() {
        return search;
    }

    /** Whether the choice of printers is in front of the other settings. */
    public BooleanProperty open() {
        return open;
    }
}

package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationView;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;

/** What the screen of the stations shows. */
public final class FleetModel {
    private final ObjectProperty<FleetMode> mode = new SimpleObjectProperty<>(FleetMode.LOCKED);
    private final ObjectProperty<FleetSight> sight = new SimpleObjectProperty<>(FleetSight.NOTHING);
    private final ObjectProperty<Optional<StationId>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<EnrolmentCode>> code =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final BooleanProperty manager = new SimpleBooleanProperty();
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");

    public ObjectProperty<FleetMode> mode() {
        return mode;
    }

    public ObjectProperty<FleetSight> sight() {
        return sight;
    }

    /** The station that buttons are about. */
    public ObjectProperty<Optional<StationId>> chosen() {
        return chosen;
    }

    /** The chosen station as it was last seen. */
    public Optional<StationView> station() {
        return chosen.get().flatMap(id -> sight.get().find(id));
    }

    /** What a new station is let in with. */
    public ObjectProperty<Optional<EnrolmentCode>> code() {
        return code;
    }

    public ObjectProperty<Feedback> feedback() {
        return feedback;
    }

    /** Whether stations may be taken out and let in. */
    public BooleanProperty manager() {
        return manager;
    }

    public StringProperty pin() {
        return pin;
    }

    /** The message or the name that is being written. */
    public StringProperty words() {
        return words;
    }

    /** Chooses the station that many rows further on, and none beyond the ends. */
    void move(int by) {
        List<StationView> all = sight.get().stations();
        if (!all.isEmpty()) {
            int now = station().map(all::indexOf).orElse(by > 0 ? -1 : all.size());
            int next = Math.clamp((long) now + by, 0, all.size() - 1);
            chosen.set(Optional.of(all.get(next).stationId()));
        }
    }
}

package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.OperatorCard;

import java.sql.SQLException;
import java.util.List;

/** Who may work at this station, and the cartons that it has, by the server's word. */
public final class StationRoster {
    private final StoreLock lock;
    private final RosterTable table;
    private volatile List<CartonChoice> cartons;

    StationRoster(StoreLock lock, RosterTable table) throws SQLException {
        this.lock = lock;
        this.table = table;
        this.cartons = table.cartons();
    }

    public List<OperatorCard> operators() {
        return lock.read(_ -> table.operators());
    }

    public PinAttempts attempts(OperatorId operatorId) {
        return lock.read(_ -> table.attempts(operatorId)).orElse(PinAttempts.NONE);
    }

    public void attempts(OperatorId operatorId, PinAttempts attempts) {
        lock.change(_ -> table.attempts(operatorId, attempts));
    }

    /** From memory: each pack asks for them. */
    public List<CartonChoice> cartons() {
        return cartons;
    }

    /** Inside a commit; call {@link #remember} after it. */
    void take(FeedPage page) throws SQLException {
        if (!page.operators().isEmpty()) {
            table.replaceOperators(page.operators());
        }
        if (!page.cartons().isEmpty()) {
            table.replaceCartons(page.cartons());
        }
    }

    void remember(FeedPage page) {
        if (!page.cartons().isEmpty()) {
            cartons = List.copyOf(page.cartons());
        }
    }
}

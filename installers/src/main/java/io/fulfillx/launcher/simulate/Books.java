package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalBook.Stored;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.LanePlate;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that the simulated server keeps. A backup of it is a copy. */
final class Books {
    /** A journal of a station. */
    record Life(StationId station, String epoch) {}

    /** A row of one. */
    record Place(Life life, long n) {}

    /** A row as it was taken. */
    record Row(Stored stored, Optional<StationCommand> command) {
        boolean isBooked() {
            return stored.verdict() == Verdict.APPLIED
                    || stored.verdict() == Verdict.APPLIED_WITH_EXCEPTION;
        }
    }

    /**
     * The newest label of a parcel.
     *
     * @param address number of the order's address that it is for
     * @param last number of the last one that was bought, this or an earlier one
     * @param told what the carrier was told of the parcel
     */
    record Label(
            int attempt,
            State state,
            @Nullable TrackingNumber number,
            int address,
            @Nullable TrackingNumber last,
            @Nullable BoughtFor told) {
        enum State {
            /** Written down before the carrier is asked. */
            INTENT,
            PURCHASED,
            VOID_REQUESTED,
            VOIDED
        }

        Label in(State next) {
            return new Label(attempt, next, number, address, last, told);
        }
    }

    /**
     * A plate that was booked.
     *
     * @param order of the bookings
     */
    record Plate(ParcelId parcel, LanePlate plate, int order) {}

    /** Numbers that were lent. */
    record Lease(StationId station, String epoch, NumberRange range) {}

    /** An act that is kept for a lead. */
    record Kept(ParcelId parcel, String code) {}

    record ClaimKey(ParcelId parcel, int epoch) {}

    /** A station that has to answer before an order is given up. */
    record Wait(OrderId order, StationId station, @Nullable String told, boolean answered) {}

    record Task(UUID id, NewTask wanted, Instant at, boolean done) {}

    record Shelf(ItemId item, LocationId place) {}

    /** Units of an item at a place. */
    record Stock(int onHand, int reserved) {
        int free() {
            return onHand - reserved;
        }
    }

    record Event(long xid, long seq, String kind, UUID subject, @Nullable UUID station) {}

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Table<?, ?>> all = new ArrayList<>();

    final Table<Life, Journal> journals = table();
    final Table<Place, Row> rows = table();
    final Table<UUID, Place> commands = table();
    final Table<StationId, Owner> owners = table();
    final Table<StationId, String> keys = table();
    final Table<UUID, OperatorCard> operators = table();
    final Table<UUID, Instant> disabled = table();
    final Table<OrderId, OrderForShipping> orders = table();
    final Table<OrderId, Integer> addressRevisions = table();
    final Table<ParcelId, Parcel> parcels = table();
    final Table<ParcelId, String> totes = table();
    final Table<ParcelId, Label> labels = table();
    final Table<ParcelId, TrackingNumber> shipments = table();
    final Table<ParcelId, Boolean> lanes = table();
    final Table<Sscc, Plate> plates = table();
    final Table<String, Long> series = table();
    final Table<UUID, Lease> leases = table();
    final Table<OrgId, LabelRule> rules = table();
    final Table<ClaimKey, Claim> claims = table();
    final Table<ClaimKey, String> told = table();
    final Table<ParcelId, Wait> waits = table();
    final Table<UUID, Task> tasks = table();
    final Table<Shelf, Stock> stock = table();
    final Table<Shelf, Integer> left = table();
    final Table<Long, Event> events = table();

    /** How often the books were changed by each act; more than once must never happen. */
    final Table<UUID, Integer> effects = table();

    final Table<UUID, Kept> discrepancies = table();

    /** Fails now and then, as a database does. */
    final Trouble trouble = new Trouble();

    private <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>(undo);
        all.add(table);
        return table;
    }

    /** Forgets how to take back what was done until now. */
    void keep() {
        undo.clear();
    }

    /** Takes back all that was done since it was last kept. */
    void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    /** A backup: what it holds does not change any more. */
    List<Map<?, ?>> backup() {
        List<Map<?, ?>> copies = new ArrayList<>();
        for (Table<?, ?> table : all) {
            copies.add(new LinkedHashMap<>(table.all()));
        }
        return copies;
    }

    void restore(List<Map<?, ?>> backup) {
        for (int i = 0; i < backup.size(); i++) {
            become(all.get(i), backup.get(i));
        }
        undo.clear();
    }

    @SuppressWarnings("unchecked")
    private static <K, V> void become(Table<K, V> table, Map<?, ?> copy) {
        table.become((Map<K, V>) copy);
    }
}

package io.fulfillx.launcher.bench.offline;

import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One packer's day as the store sees it: units picked one by one, and labels noted as printed. */
final class StoreWork {
    private static final ParcelId PARCEL = new ParcelId(id(1));
    private static final OrderLineId LINE = new OrderLineId(id(2));
    private static final OperatorId OPERATOR = new OperatorId(id(3));
    private static final TrackingNumber NUMBER = new TrackingNumber("TRACK1");
    private static final CartonChoice CARTON =
            new CartonChoice("S", "Small", new Dimensions(200, 150, 100), new Weight(80));

    private StoreWork() {}

    private static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** Gives a new store the one job of the day. */
    static void begin(StationStore store) {
        if (store.job(PARCEL).isEmpty()) {
            store.apply(new FeedPage("1", false, List.of(job()), List.of(), List.of(), false));
        }
    }

    /** Picks one unit; its number is promised when this returns. */
    static long pick(StationStore store) {
        ParcelWork work = store.job(PARCEL).orElseThrow().work();
        List<CommandEnvelope> written =
                store.confirm(
                        StationChange.of(
                                OPERATOR,
                                work.with(LINE, work.line(LINE).pick(1)),
                                new StationCommand.PickConfirmed(
                                        PARCEL, LINE, Quantity.ONE, "T1")));
        return written.getLast().n();
    }

    /** Notes a label as sent to a printer; promised when this returns. */
    static void print(StationStore store, int number) {
        store.printIntent(
                new PrintRow(
                        id(1_000 + number),
                        PARCEL,
                        NUMBER,
                        "tcp://printer:9100",
                        number,
                        null,
                        Instant.EPOCH,
                        PrintRow.Outcome.OPEN,
                        "",
                        false,
                        false));
    }

    /** How many labels are noted. */
    static int prints(StationStore store) {
        return store.prints(PARCEL).size();
    }

    /** What is wrong with a store in which this was promised; empty when it keeps its word. */
    static Optional<String> broken(Path home, DiskStep.Promise promise) {
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            long last = store.lastN();
            List<CommandEnvelope> rows = store.unsent(100_000).commands();
            int picked = store.job(PARCEL).map(job -> job.work().line(LINE).picked()).orElse(0);
            int prints = prints(store);
            if (last < promise.acts() || prints < promise.prints()) {
                return Optional.of(
                        "promised " + promise + ", found " + last + " and " + prints + " prints");
            } else if (rows.size() != last) {
                return Optional.of(rows.size() + " rows although the last is number " + last);
            } else if (picked != last) {
                return Optional.of(picked + " units picked by " + last + " acts");
            }
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of("it does not open: " + e.getMessage());
        }
    }

    private static PackJob job() {
        PackLine line =
                new PackLine(
                        LINE,
                        new Sku("CUP"),
                        "Cup",
                        List.of("B-CUP"),
                        new Quantity(9_000),
                        new Weight(100),
                        "A-1");
        byte[] label = "^XA^FO50,50^FDTRACK1^FS^XZ".getBytes(StandardCharsets.UTF_8);
        return new PackJob(
                PARCEL,
                new OrderId(id(4)),
                new WaveId(id(5)),
                "#1",
                "O1",
                1,
                1,
                new Address("Ada", null, "Street 1", null, "Town", null, "1000", "CH", null),
                "ground",
                List.of(line),
                CARTON,
                new Weight(900_080),
                new LabelDocument(NUMBER, LabelFormat.ZPL, label),
                JobState.READY,
                List.of(),
                List.of(),
                null,
                1);
    }
}

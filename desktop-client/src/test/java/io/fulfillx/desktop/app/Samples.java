package io.fulfillx.desktop.app;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.address.Address;
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
import io.fulfillx.model.station.HoldNotice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Made-up orders of a small shop for kitchen things. */
public final class Samples {
    public static final CartonChoice CARTON =
            new CartonChoice("M2", "Carton M2", new Dimensions(350, 250, 150), new Weight(180));

    private static final List<String> TITLES =
            List.of(
                    "Stoneware mug, 350 ml, ocean blue",
                    "Linen tea towel, set of three",
                    "Cast-iron skillet 26 cm with helper handle",
                    "Beech spoon",
                    "Glass storage jar with cork lid, 1.5 litres",
                    "Pepper mill, walnut");
    private static final List<String> BUYERS =
            List.of("Ingrid Solheim", "Mateo Rivera Castillo", "Aoife Brennan", "Jonas Weber");
    private static final List<String> CITIES = List.of("Bremen", "Kassel", "Jena", "Aachen");

    private Samples() {}

    public static OrderLineId line(int order, int index) {
        return new OrderLineId(new UUID(order, index));
    }

    public static ParcelId parcel(int order) {
        return new ParcelId(new UUID(7, order));
    }

    public static String barcode(int item) {
        String body = "400638133" + (100 + item);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }

    public static PackLine packLine(int order, int index, int units) {
        int item = (order + index) % TITLES.size();
        return new PackLine(
                line(order, index),
                new Sku("KIT-" + (100 + item)),
                TITLES.get(item),
                List.of(barcode(item)),
                new Quantity(units),
                new Weight(320),
                String.format("A-%02d-%02d", 1 + item * 3, 1 + item));
    }

    public static PackJob job(int order, int lines, int units, JobState state) {
        List<PackLine> packLines =
                IntStream.range(0, lines).mapToObj(index -> packLine(order, index, units)).toList();
        String buyer = BUYERS.get(order % BUYERS.size());
        String city = CITIES.get(order % CITIES.size());
        return new PackJob(
                parcel(order),
                new OrderId(new UUID(8, order)),
                new WaveId(new UUID(9, 1)),
                "#" + (1000 + order),
                "S" + (1000 + order),
                1,
                1,
                new Address(
                        buyer, null, "12 Harbour Street", null, city, null, "34117", "DE", null),
                "Express 24",
                packLines,
                CARTON,
                new Weight(180 + 320 * lines * units),
                label(order),
                state,
                state == JobState.HELD ? List.of(hold()) : List.of(),
                List.of(),
                null,
                1);
    }

    public static HoldNotice hold() {
        return new HoldNotice(
                "ADDRESS", "Postcode is missing", Instant.parse("2026-03-02T08:00:00Z"));
    }

    public static LabelDocument label(int order) {
        String number = String.format("SIM%09d", 104_230 + order);
        return new LabelDocument(
                new TrackingNumber(number),
                LabelFormat.ZPL,
                ("^XA^FO40,40^A0N,40,40^FD" + number + "^FS^XZ")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    public static StoredJob stored(int order, int lines, int units, WorkStage stage) {
        PackJob job = job(order, lines, units, JobState.READY);
        return new StoredJob(job, ParcelWork.untouched(job.parcelId()).at(stage));
    }

    /** With this many units of its first lines checked. */
    public static StoredJob verified(StoredJob stored, int... units) {
        ParcelWork work = stored.work();
        for (int i = 0; i < units.length; i++) {
            PackLine packLine = stored.job().lines().get(i);
            work =
                    work.with(
                            packLine.lineId(),
                            LineProgress.NONE.pick(packLine.quantity().units()).verify(units[i]));
        }
        return new StoredJob(stored.job(), work);
    }

    public static StoredJob inTote(StoredJob stored, String tote) {
        return new StoredJob(stored.job(), stored.work().inTote(tote));
    }
}

package io.fulfillx.desktop.app;

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
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders that nobody placed, for the {@link Rehearsal}. */
final class RehearsalJobs {
    private static final CartonChoice CARTON =
            new CartonChoice("M", "M", new Dimensions(300, 200, 100), new Weight(100));
    private static final int LINES = 3;
    private static final int UNITS = 2;
    private static final int GRAMS = 250;

    private RehearsalJobs() {}

    /**
     * @param from number of the first order
     */
    static FeedPage page(int from, int orders) {
        List<PackJob> jobs =
                IntStream.range(from, from + orders).mapToObj(RehearsalJobs::job).toList();
        return new FeedPage("c" + from, false, jobs, List.of(), List.of(CARTON), false);
    }

    static String barcode(PackLine line) {
        return line.barcodes().getFirst();
    }

    private static PackJob job(int order) {
        TrackingNumber number = new TrackingNumber("REHEARSAL" + order);
        byte[] label =
                ("^XA^FO20,20^A0N,30,30^FD" + number.value() + "^FS^XZ")
                        .getBytes(StandardCharsets.US_ASCII);
        return new PackJob(
                new ParcelId(new UUID(1, order)),
                new OrderId(new UUID(2, order)),
                new WaveId(new UUID(3, 1)),
                "#" + order,
                "R" + order,
                1,
                1,
                new Address("Jo Doe", null, "1 Street", null, "Town", null, "12345", "DE", null),
                "Standard",
                IntStream.range(0, LINES).mapToObj(index -> line(order, index)).toList(),
                CARTON,
                new Weight(CARTON.tare().grams() + LINES * UNITS * GRAMS),
                new LabelDocument(number, LabelFormat.ZPL, label),
                JobState.READY,
                List.of(),
                List.of("gift"),
                null,
                1);
    }

    private static PackLine line(int order, int index) {
        return new PackLine(
                new OrderLineId(new UUID(order, index)),
                new Sku("REHEARSAL-" + index),
                "Something with a title of the usual length, " + index,
                List.of("REHEARSAL" + (100 + index)),
                new Quantity(UNITS),
                new Weight(GRAMS),
                "A-0" + index);
    }
}

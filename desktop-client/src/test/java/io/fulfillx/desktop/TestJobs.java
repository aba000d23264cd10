package io.fulfillx.desktop;

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
import io.fulfillx.model.station.HoldNotice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.station.PackCode;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Jobs for tests. Order {@code #n} has parcel n, tracking number TRACKn and so on. */
public final class TestJobs {
    public static final OperatorId OPERATOR = new OperatorId(id(7_000));
    public static final CartonChoice SMALL =
            new CartonChoice("S1", "Small box", new Dimensions(200, 150, 100), new Weight(80));
    public static final CartonChoice LARGE =
            new CartonChoice("L1", "Large box", new Dimensions(400, 300, 200), new Weight(200));

    private TestJobs() {}

    public static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    public static ParcelId parcel(int order) {
        return new ParcelId(id(order));
    }

    /** A line of 100 g units; barcodes "B-sku". */
    public static PackLine line(int number, String sku, int units, String location) {
        return new PackLine(
                new OrderLineId(id(10_000 + number)),
                new Sku(sku),
                "Title " + sku,
                List.of("B-" + sku),
                new Quantity(units),
                new Weight(100),
                location);
    }

    /** A line of one lot; its barcode is that GTIN. */
    public static PackLine ofLot(int number, String sku, int units, String gtin, String lot) {
        PackLine plain = line(number, sku, units, "A-1");
        return new PackLine(
                plain.lineId(),
                plain.sku(),
                plain.title(),
                List.of(gtin),
                plain.quantity(),
                plain.unitWeight(),
                plain.location(),
                lot,
                null,
                List.of());
    }

    /** A line whose case of so many units has the barcode "C-sku". */
    public static PackLine inCases(PackLine plain, int each) {
        return new PackLine(
                plain.lineId(),
                plain.sku(),
                plain.title(),
                plain.barcodes(),
                plain.quantity(),
                plain.unitWeight(),
                plain.location(),
                plain.lot(),
                plain.kit(),
                List.of(new PackCode("C-" + plain.sku(), each)));
    }

    public static PackJob job(int order, PackLine... lines) {
        return parcelOf(order, order, 1, 1, lines);
    }

    public static PackJob parcelOf(
            int parcel, int order, int number, int count, PackLine... lines) {
        int grams = Arrays.stream(lines).mapToInt(line -> line.quantity().units() * 100).sum();
        return new PackJob(
                parcel(parcel),
                new OrderId(id(20_000 + order)),
                new WaveId(id(30_000)),
                "#" + order,
                "O" + order,
                number,
                count,
                new Address("Ada", null, "Street 1", null, "Town", null, "1000", "CH", null),
                "ground",
                List.of(lines),
                SMALL,
                new Weight(grams + 80),
                new LabelDocument(
                        new TrackingNumber("TRACK" + (1_000 + parcel)),
                        LabelFormat.ZPL,
                        ("^XA^FO50,50^FDTRACK" + (1_000 + parcel) + "^FS^XZ")
                                .getBytes(StandardCharsets.UTF_8)),
                JobState.READY,
                List.of(),
                List.of(),
                null,
                1);
    }

    /** The same job whose label a printer of the server put out, or may have. */
    public static PackJob onPaper(PackJob job, LabelOnPaper sheet) {
        return new PackJob(
                job.parcelId(),
                job.orderId(),
                job.waveId(),
                job.orderName(),
                job.orderCode(),
                job.parcelNumber(),
                job.parcelCount(),
                job.shipTo(),
                job.service(),
                job.lines(),
                job.carton(),
                job.expectedWeight(),
                job.label(),
                job.state(),
                job.holds(),
                job.tags(),
                job.note(),
                job.version(),
                sheet,
                job.claim(),
                job.terms(),
                job.leased());
    }

    /** The same job before its label is there. */
    public static PackJob unlabelled(PackJob job) {
        return labelled(job, null, job.version());
    }

    /** The next version of a job, with its label. */
    public static PackJob labelled(PackJob job) {
        return labelled(job, job(2, line(3, "TEA", 1, "A-2")).label(), job.version() + 1);
    }

    private static PackJob labelled(PackJob job, @Nullable LabelDocument label, long version) {
        return new PackJob(
                job.parcelId(),
                job.orderId(),
                job.waveId(),
                job.orderName(),
                job.orderCode(),
                job.parcelNumber(),
                job.parcelCount(),
                job.shipTo(),
                job.service(),
                job.lines(),
                job.carton(),
                job.expectedWeight(),
                label,
                job.state(),
                job.holds(),
                job.tags(),
                job.note(),
                version);
    }

    /** The next version of a job in another state. */
    public static PackJob next(PackJob job, JobState state) {
        List<HoldNotice> holds =
                state == JobState.HELD
                        ? List.of(new HoldNotice("FRAUD", "check the buyer", Instant.EPOCH))
                        : List.of();
        return new PackJob(
                job.parcelId(),
                job.orderId(),
                job.waveId(),
                job.orderName(),
                job.orderCode(),
                job.parcelNumber(),
                job.parcelCount(),
                job.shipTo(),
                job.service(),
                job.lines(),
                job.carton(),
                job.expectedWeight(),
                job.label(),
                state,
                holds,
                job.tags(),
                job.note(),
                job.version() + 1);
    }

    public static FeedPage page(PackJob... jobs) {
        return new FeedPage("c1", false, List.of(jobs), List.of(), List.of(SMALL, LARGE), false);
    }
}

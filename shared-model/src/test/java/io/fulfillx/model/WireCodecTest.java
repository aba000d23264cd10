package io.fulfillx.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelNumbered;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.sync.StationCommand.TaskDone;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

class WireCodecTest {
    private static final ParcelId PARCEL = ParcelId.of("01900000-0000-7000-8000-000000000001");
    private static final OrderLineId LINE = OrderLineId.of("01900000-0000-7000-8000-000000000002");
    private static final TrackingNumber NUMBER = new TrackingNumber("FX000000012");

    @Test
    void everyCommandSurvivesTheWire() {
        List<StationCommand> all =
                List.of(
                        new PickConfirmed(PARCEL, LINE, Quantity.ONE, "0001"),
                        new PickShort(PARCEL, LINE, Quantity.ONE),
                        new ItemDamaged(PARCEL, LINE, Quantity.ONE),
                        new LabelPrinted(PARCEL, NUMBER, "tcp://127.0.0.1:9100", 1, "operator"),
                        new ParcelPacked(PARCEL, NUMBER, "S", new Weight(480)),
                        new ParcelPlated(
                                PARCEL, new Sscc("106141412345678908"), "S", new Weight(480)),
                        new ParcelNumbered(PARCEL, NUMBER, "FXG", 2, "S", new Weight(480)),
                        new ParcelSetAside(PARCEL, "label torn"),
                        new TaskDone(PARCEL, java.util.UUID.randomUUID()),
                        new StationCommand.ShiftClosed());
        int acts = StationCommand.OnParcel.class.getPermittedSubclasses().length;
        assertEquals(acts + StationCommand.class.getPermittedSubclasses().length - 1, all.size());
        for (StationCommand command : all) {
            assertEquals(command, Json.read(Json.bytes(command), StationCommand.class));
        }
    }

    @Test
    void aSampleOfTheFirstReleaseIsStillRead() {
        String sample =
                """
                {"n":7,"commandId":"01900000-0000-7000-8000-000000000009",
                 "operatorId":"01900000-0000-7000-8000-000000000008",
                 "recordedAt":"2026-11-22T10:15:30Z","correlationId":"c-1","fieldOfTomorrow":1,
                 "command":{"type":"parcel-packed",
                  "parcelId":"01900000-0000-7000-8000-000000000001",
                  "trackingNumber":"FX000000012","carton":"S","weight":480}}
                """;
        CommandEnvelope expected =
                new CommandEnvelope(
                        7,
                        CommandId.of("01900000-0000-7000-8000-000000000009"),
                        OperatorId.of("01900000-0000-7000-8000-000000000008"),
                        Instant.parse("2026-11-22T10:15:30Z"),
                        "c-1",
                        new ParcelPacked(PARCEL, NUMBER, "S", new Weight(480)));
        assertEquals(expected, Json.read(sample, CommandEnvelope.class));
    }

    @Test
    void aPickThatReadNeitherLotNorNumberIsWrittenAsInTheFirstRelease() {
        PickConfirmed plain = new PickConfirmed(PARCEL, LINE, Quantity.ONE, "0001");
        String sample =
                """
                {"type":"pick-confirmed","parcelId":"01900000-0000-7000-8000-000000000001",\
                "lineId":"01900000-0000-7000-8000-000000000002","quantity":1,"tote":"0001"}\
                """;
        assertEquals(sample, Json.text(plain));
        assertEquals(plain, Json.read(sample, StationCommand.class));
        PickConfirmed read =
                new PickConfirmed(PARCEL, LINE, Quantity.ONE, "0001", "L-1", List.of("S-1"));
        assertEquals(read, Json.read(Json.bytes(read), StationCommand.class));
    }

    @Test
    void aJobOfTheFirstReleaseHasNoSheetOnPaper() {
        String sample =
                """
                {"parcelId":"01900000-0000-7000-8000-000000000001",
                 "orderId":"01900000-0000-7000-8000-000000000003",
                 "waveId":"01900000-0000-7000-8000-000000000004",
                 "orderName":"#1","orderCode":"1","parcelNumber":1,"parcelCount":1,
                 "shipTo":{"name":"Ada","line1":"Street 1","city":"Town","postalCode":"1000",
                  "countryCode":"CH"},
                 "service":"ground","lines":[],
                 "carton":{"code":"S","name":"Small",
                  "inner":{"lengthMm":200,"widthMm":150,"heightMm":100},"tare":80},
                 "expectedWeight":480,
                 "label":{"trackingNumber":"FX000000012","format":"ZPL","content":""},
                 "state":"READY","holds":[],"tags":[],"version":1}
                """;
        PackJob job = Json.read(sample, PackJob.class);
        assertEquals(PARCEL, job.parcelId());
        assertNull(job.onPaper());
    }

    @Test
    void anImpossibleValueIsRefused() {
        assertThrows(UncheckedIOException.class, () -> Json.read("-1", Quantity.class));
    }

    @Test
    void idsAreVersionSevenAndOrderedByTime() {
        var start = Instant.parse("2026-11-22T10:15:30Z");
        var random = new Random(1);
        var early = new Ids(Clock.fixed(start, ZoneOffset.UTC), random).get();
        var late = new Ids(Clock.fixed(start.plusMillis(1), ZoneOffset.UTC), random).get();
        assertEquals(7, early.version());
        assertEquals(2, early.variant());
        assertTrue(early.toString().compareTo(late.toString()) < 0);
    }
}

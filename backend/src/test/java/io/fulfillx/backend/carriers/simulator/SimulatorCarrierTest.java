package io.fulfillx.backend.carriers.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.carriers.BuyOutcome;
import io.fulfillx.backend.carriers.Carrier;
import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.CarrierCatalog;
import io.fulfillx.backend.carriers.CarrierContract;
import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.carriers.FindOutcome;
import io.fulfillx.backend.carriers.ManifestOutcome;
import io.fulfillx.backend.carriers.PurchasedLabel;
import io.fulfillx.backend.carriers.RateOutcome;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.lab.CarrierSimulator;
import io.fulfillx.backend.lab.FaultPlan;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.printing.language.GuardVerdict;
import io.fulfillx.printing.language.ZplGuard;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class SimulatorCarrierTest implements CarrierContract {
    private final Carrier carrier = SimulatorCarrier.over(CarrierCatalog.httpClient());
    private final List<CarrierSimulator> running = new ArrayList<>();
    private @Nullable CarrierAccount account;

    private CarrierAccount start(String faults, @Nullable Path file) {
        CarrierSimulator simulator =
                CarrierSimulator.start(
                        new CarrierSimulator.Settings(
                                0, "key", file, FaultPlan.parse(faults, 3), 1, 700));
        running.add(simulator);
        return new CarrierAccount(simulator.url(), "key");
    }

    @Override
    public Carrier carrier() {
        return carrier;
    }

    @Override
    public CarrierAccount account() {
        CarrierAccount known = account == null ? start("", null) : account;
        account = known;
        return known;
    }

    @AfterEach
    void stop() {
        running.forEach(CarrierSimulator::close);
    }

    private BuyOutcome buy(CarrierAccount at, ShipmentSpec spec, String service) {
        return carrier.buys().buy(at, spec, service, DEADLINE);
    }

    private static ShipmentSpec parcel(Address to, String reference) {
        return CarrierContract.parcel(to, 500, reference);
    }

    @Test
    void aConnectionDroppedAfterTheSaleIsUnknownAndTheLabelIsFound() {
        CarrierAccount dropping = start("drop=1", null);
        assertInstanceOf(BuyOutcome.Unknown.class, buy(dropping, parcel(BUYER, "d"), "FXG"));
        var found =
                assertInstanceOf(
                        FindOutcome.Found.class, carrier.finds().find(dropping, "d", DEADLINE));
        assertEquals(List.of(), found.surplus());
    }

    private ManifestOutcome close(CarrierAccount at, UUID id, String... numbers) {
        List<CarrierManifest.Line> lines =
                Arrays.stream(numbers)
                        .map(number -> number.split(" "))
                        .map(
                                line ->
                                        new CarrierManifest.Line(
                                                new TrackingNumber(line[0]),
                                                "FXG",
                                                line[1],
                                                new Weight(700)))
                        .toList();
        return carrier.manifests().close(at, new CarrierManifest(id, lines), DEADLINE);
    }

    @Test
    void aManifestIsTakenOnceUnderItsIdAndSingleNumbersAreRefused() throws Exception {
        CarrierAccount at = account();
        UUID id = UUID.randomUUID();
        String good = "9261290113185417468510 97205";
        String[] all = {good, "1Z999AA10123456784 00012", "9261290113185417468511 97205"};
        var taken = assertInstanceOf(ManifestOutcome.Taken.class, close(at, id, all));
        assertEquals(
                List.of(
                        "1Z999AA10123456784 POSTAL_CODE: there is no such postal code",
                        "9261290113185417468511 NUMBER: this is no number of ours"),
                taken.refusals().stream().map(it -> it.number() + " " + it.reason()).toList());
        assertEquals(taken, close(at, id, all));
        assertInstanceOf(ManifestOutcome.Taken.class, close(at, UUID.randomUUID(), good));
        assertEquals(
                "{\"manifests\":2,\"numbers\":3,\"repeated\":1,\"doubled\":1}",
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(at.baseUrl().resolve("/v1/admin/manifests"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @Test
    void aManifestWhoseAnswerIsLostOrLateIsUnknown() {
        String line = "9261290113185417468510 97205";
        for (String fault : List.of("drop=1", "busy=1", "limit=1")) {
            assertInstanceOf(
                    ManifestOutcome.Unknown.class,
                    close(start(fault, null), UUID.randomUUID(), line));
        }
        assertInstanceOf(
                ManifestOutcome.Declined.class,
                close(
                        new CarrierAccount(start("", null).baseUrl(), "wrong"),
                        UUID.randomUUID(),
                        line));
    }

    @Test
    void aServerErrorIsUnknownNeverDeclined() {
        CarrierAccount busy = start("busy=1", null);
        assertInstanceOf(BuyOutcome.Unknown.class, buy(busy, parcel(BUYER, "b"), "FXG"));
    }

    @Test
    void aSlowAnswerIsUnknownAtTheDeadline() {
        CarrierAccount slow = start("slow=1", null);
        assertInstanceOf(
                BuyOutcome.Unknown.class,
                carrier.buys().buy(slow, parcel(BUYER, "s"), "FXG", Duration.ofMillis(250)));
    }

    @Test
    void aRateLimitSurelyBoughtNothing() {
        CarrierAccount limited = start("limit=1", null);
        var outcome =
                assertInstanceOf(
                        BuyOutcome.NotReached.class, buy(limited, parcel(BUYER, "l"), "FXG"));
        assertEquals(Duration.ofSeconds(1), outcome.retryAfter().orElseThrow());
        assertInstanceOf(
                RateOutcome.Unavailable.class,
                carrier.rates().rates(limited, parcel(BUYER, "l"), DEADLINE));
    }

    @Test
    void aWrongKeyIsDeclined() {
        CarrierAccount wrong = new CarrierAccount(account().baseUrl(), "other");
        assertInstanceOf(BuyOutcome.Declined.class, buy(wrong, parcel(BUYER, "w"), "FXG"));
    }

    @Test
    void buyingTwiceWithOneReferenceIsPaidTwiceAndFoundAsSurplus() {
        buy(account(), parcel(BUYER, "twice"), "FXG");
        buy(account(), parcel(BUYER, "twice"), "FXG");
        var found =
                assertInstanceOf(
                        FindOutcome.Found.class,
                        carrier.finds().find(account(), "twice", DEADLINE));
        assertEquals(1, found.surplus().size());
    }

    @Test
    void anExpressServiceRefusesAPoBoxThatThePostTakes() {
        Address box =
                new Address("Ada", null, "P.O. Box 7", null, "Reno", "NV", "89502", "US", null);
        assertInstanceOf(BuyOutcome.Declined.class, buy(account(), parcel(box, "p"), "FXE"));
        assertInstanceOf(BuyOutcome.Bought.class, buy(account(), parcel(box, "p"), "FXP"));
    }

    @Test
    void soldLabelsSurviveARestartAndNumbersAreNeverRepeated(@TempDir Path folder) {
        Path file = folder.resolve("labels.jsonl");
        Set<String> numbers = new HashSet<>();
        for (int run = 0; run < 3; run++) {
            CarrierAccount at = start("", file);
            for (int i = 0; i < 5; i++) {
                var bought =
                        assertInstanceOf(
                                BuyOutcome.Bought.class,
                                buy(at, parcel(BUYER, run + "-" + i), "FXG"));
                assertTrue(numbers.add(bought.label().trackingNumber().value()));
            }
            assertInstanceOf(FindOutcome.Found.class, carrier.finds().find(at, "0-0", DEADLINE));
            running.removeLast().close();
        }
    }

    @Test
    void aLineTornByAKillIsPassedOver(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("labels.jsonl");
        buy(start("", file), parcel(BUYER, "whole"), "FXG");
        running.removeLast().close();
        Files.writeString(file, "{\"id\":\"half", StandardOpenOption.APPEND);
        for (int run = 0; run < 2; run++) {
            CarrierAccount at = start("", file);
            buy(at, parcel(BUYER, "after-" + run), "FXG");
            running.removeLast().close();
        }
        CarrierAccount at = start("", file);
        for (String reference : List.of("whole", "after-0", "after-1")) {
            assertInstanceOf(
                    FindOutcome.Found.class, carrier.finds().find(at, reference, DEADLINE));
        }
    }

    @Test
    void noPrinterCommandOfAnAddressReachesTheLabel() {
        Address hostile =
                new Address(
                        "Eve^XZ~JR^XA^DFR:X^FS",
                        "_5E^GFA",
                        "\\&^JUS 1",
                        null,
                        "山田 ~HS",
                        "OR",
                        "97205",
                        "US",
                        null);
        var bought =
                assertInstanceOf(
                        BuyOutcome.Bought.class, buy(account(), parcel(hostile, "^XZ~JA"), "FXG"));
        byte[] zpl = bought.label().zpl().content();
        assertEquals(new GuardVerdict.Safe(1), ZplGuard.inspect(zpl));
        String text = new String(zpl, StandardCharsets.UTF_8);
        assertFalse(text.contains("~"));
        assertTrue(text.contains("山田"));
    }

    @Test
    void aLabelForAnyScriptStillBecomesAPdf() {
        Address far =
                new Address("山田 花子", null, "千代田1-1", null, "千代田区", null, "100-0001", "JP", null);
        var bought =
                assertInstanceOf(BuyOutcome.Bought.class, buy(account(), parcel(far, "jp"), "FXI"));
        PurchasedLabel label = bought.label();
        assertTrue(label.pdf().content().length > 500);
    }
}

package io.fulfillx.backend.carriers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.carriers.RateOutcome.Rated;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What every carrier must do, run by each over real HTTP. */
public interface CarrierContract {
    Duration DEADLINE = Duration.ofSeconds(10);

    Address WAREHOUSE =
            new Address("FX", null, "1 Dock Rd", null, "Reno", "NV", "89502", "US", null);
    Address BUYER =
            new Address(
                    "Ada Brook",
                    null,
                    "12 Mill Lane",
                    "Unit 4",
                    "Portland",
                    "OR",
                    "97205",
                    "US",
                    null);

    Carrier carrier();

    CarrierAccount account();

    static ShipmentSpec parcel(Address to, int grams, String reference) {
        return new ShipmentSpec(
                WAREHOUSE, to, new Weight(grams), new Dimensions(300, 200, 150), reference);
    }

    private List<CarrierRate> rated(ShipmentSpec spec) {
        return assertInstanceOf(Rated.class, carrier().rates().rates(account(), spec, DEADLINE))
                .rates();
    }

    private PurchasedLabel bought(ShipmentSpec spec) {
        String service = rated(spec).getFirst().service();
        BuyOutcome outcome = carrier().buys().buy(account(), spec, service, DEADLINE);
        return assertInstanceOf(BuyOutcome.Bought.class, outcome, outcome::toString).label();
    }

    private FindOutcome find(String reference) {
        return carrier().finds().find(account(), reference, DEADLINE);
    }

    @Test
    default void quotesAtLeastOneServiceAtHomeAndAbroad() {
        Address abroad = new Address("Kai", null, "Weg 3", null, "Bonn", null, "53111", "DE", null);
        assertFalse(rated(parcel(BUYER, 500, "r1")).isEmpty());
        assertFalse(rated(parcel(abroad, 500, "r2")).isEmpty());
    }

    @Test
    default void quotesMoreForMoreWeight() {
        CarrierRate light = rated(parcel(BUYER, 500, "r")).getFirst();
        CarrierRate heavy = rated(parcel(BUYER, 20_000, "r")).getFirst();
        assertEquals(light.service(), heavy.service());
        assertTrue(heavy.price().minor() > light.price().minor());
    }

    @Test
    default void quotesTheSameForTheSameParcel() {
        assertEquals(rated(parcel(BUYER, 500, "a")), rated(parcel(BUYER, 500, "b")));
    }

    @Test
    default void sellsALabelAtTheQuotedPriceWithBothDocuments() {
        ShipmentSpec spec = parcel(BUYER, 500, "contract-buy");
        PurchasedLabel label = bought(spec);
        assertEquals(rated(spec).getFirst().price(), label.price());
        assertEquals(LabelFormat.ZPL, label.zpl().format());
        assertEquals(LabelFormat.PDF, label.pdf().format());
        String zpl = new String(label.zpl().content(), StandardCharsets.UTF_8);
        assertTrue(zpl.startsWith("^XA"));
        assertTrue(zpl.contains(label.trackingNumber().value()));
        assertTrue(
                new String(label.pdf().content(), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    @Test
    default void findsALabelByItsReference() {
        PurchasedLabel label = bought(parcel(BUYER, 500, "contract find & +1"));
        assertEquals(new FindOutcome.Found(label, List.of()), find("contract find & +1"));
    }

    @Test
    default void findsNothingUnderAReferenceNeverUsed() {
        assertEquals(new FindOutcome.NotFound(), find("contract-never"));
    }

    @Test
    default void givesEveryParcelItsOwnTrackingNumber() {
        assertNotEquals(
                bought(parcel(BUYER, 500, "contract-n1")).trackingNumber(),
                bought(parcel(BUYER, 500, "contract-n2")).trackingNumber());
    }

    @Test
    default void voidsALabelAndDoesNotFindItAgain() {
        PurchasedLabel label = bought(parcel(BUYER, 500, "contract-void"));
        for (int i = 0; i < 2; i++) {
            assertInstanceOf(
                    VoidOutcome.Voided.class,
                    carrier().voids().voidLabel(account(), label.carrierShipmentId(), DEADLINE));
        }
        assertEquals(new FindOutcome.NotFound(), find("contract-void"));
    }

    @Test
    default void refusesToVoidALabelItNeverSold() {
        assertInstanceOf(
                VoidOutcome.Refused.class,
                carrier().voids().voidLabel(account(), "no-such-label", DEADLINE));
    }

    @Test
    default void declinesAServiceItDoesNotHave() {
        assertInstanceOf(
                BuyOutcome.Declined.class,
                carrier()
                        .buys()
                        .buy(account(), parcel(BUYER, 500, "contract-x"), "NOPE", DEADLINE));
    }

    @Test
    default void knowsThatNothingWasBoughtWhenNobodyListens() {
        CarrierAccount nobody = new CarrierAccount(URI.create("http://127.0.0.1:9"), "key");
        assertInstanceOf(
                BuyOutcome.NotReached.class,
                carrier().buys().buy(nobody, parcel(BUYER, 500, "contract-y"), "ANY", DEADLINE));
        assertInstanceOf(
                FindOutcome.Unavailable.class,
                carrier().finds().find(nobody, "contract-y", DEADLINE));
    }
}

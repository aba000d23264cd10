package io.fulfillx.scanner.meaning;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.aim.AimId;
import io.fulfillx.scanner.aim.RetailCode;
import io.fulfillx.scanner.gs1.DigitalLink;
import io.fulfillx.scanner.gs1.Gs1Error;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.gs1.Gs1Outcome;
import io.fulfillx.scanner.gs1.ScanData;
import io.fulfillx.scanner.meaning.ScanMeaning.Garbage;
import io.fulfillx.scanner.meaning.ScanMeaning.Own;
import io.fulfillx.scanner.meaning.ScanMeaning.Parcel;
import io.fulfillx.scanner.meaning.ScanMeaning.Product;
import io.fulfillx.scanner.meaning.ScanMeaning.ShippingUnit;
import io.fulfillx.scanner.tracking.Carrier;
import io.fulfillx.scanner.tracking.CarrierNumber.Kind;
import io.fulfillx.scanner.tracking.Tracking;

import java.util.Optional;

/** Decides what a scan stands for. */
final class Interpreter {
    private static final char GS = 0x1D;
    private static final int GTIN_ELEMENT = 16;

    private Interpreter() {}

    static ScanMeaning of(Scan scan) {
        String text = scan.text().strip();
        if (text.isEmpty()) {
            return new Garbage("the barcode is empty");
        }
        Optional<OwnCode> own = own(scan);
        if (own.isPresent()) {
            return new Own(own.get());
        }
        Optional<AimId> aim = aim(scan);
        return aim.filter(Interpreter::ofProducts)
                .map(id -> announced(id, text))
                .orElseGet(() -> unannounced(aim, text));
    }

    static Optional<OwnCode> own(Scan scan) {
        return aim(scan).filter(Interpreter::ofProducts).isPresent()
                ? Optional.empty()
                : OwnCode.find(scan.text().strip());
    }

    private static Optional<AimId> aim(Scan scan) {
        return scan.aimId().flatMap(AimId::startOf);
    }

    private static boolean ofProducts(AimId aim) {
        return aim.gs1() || aim.retail();
    }

    /** A scanner that names the symbology is believed. */
    private static ScanMeaning announced(AimId aim, String text) {
        return switch (ScanData.parse(aim.text() + text)) {
            case ScanData.Coded coded -> of(coded.message(), text);
            case ScanData.Plain _ -> plain(text);
            case ScanData.Wrong(Gs1Error error) -> {
                Optional<ScanMeaning> parcel =
                        aim.gs1() ? parcel(Optional.of(aim), text) : Optional.empty();
                yield parcel.orElseGet(() -> misread(aim, text, error));
            }
        };
    }

    /** Some scanners shorten a retail number before they send it. */
    private static ScanMeaning misread(AimId aim, String text, Gs1Error error) {
        return aim.retail()
                ? RetailCode.gtin(text)
                        .<ScanMeaning>map(gtin -> new Product(gtin.digits(), Optional.empty()))
                        .orElseGet(() -> new Garbage(error.sentence()))
                : new Garbage(error.sentence());
    }

    private static ScanMeaning unannounced(Optional<AimId> aim, String text) {
        Optional<Gtin> gtin = RetailCode.gtin(text);
        if (gtin.isPresent()) {
            return new Product(gtin.get().digits(), Optional.empty());
        }
        Optional<Gs1Message> message = likelyMessage(text);
        if (message.isPresent()) {
            return of(message.get(), text);
        }
        return parcel(aim, text).orElseGet(() -> plain(text));
    }

    /** A text that begins as GS1 messages about items do, and is one to its end. */
    private static Optional<Gs1Message> likelyMessage(String text) {
        if (DigitalLink.likely(text)) {
            return DigitalLink.parse(text) instanceof DigitalLink.Reading.Read(DigitalLink link)
                    ? Optional.of(link.message())
                    : Optional.empty();
        }
        Optional<Gs1Outcome> outcome = Optional.empty();
        if (text.charAt(0) == '(') {
            outcome = Optional.of(Gs1Message.parseBracketed(text));
        } else if (text.indexOf(GS) >= 0 || beginsWithGtin(text)) {
            outcome = Optional.of(Gs1Message.parseLoosely(text));
        }
        return outcome.flatMap(Gs1Outcome::message)
                .filter(message -> message.gtin().isPresent() || message.sscc().isPresent());
    }

    private static boolean beginsWithGtin(String text) {
        return text.length() >= GTIN_ELEMENT
                && (text.startsWith("01") || text.startsWith("02"))
                && Gtin.find(text.substring(2, GTIN_ELEMENT)).isPresent();
    }

    private static ScanMeaning of(Gs1Message message, String text) {
        Optional<Gtin> gtin = message.gtin();
        if (gtin.isPresent()) {
            boolean alone = message.elements().size() == 1 && Gtin.find(text).isPresent();
            return new Product(
                    gtin.get().digits(), alone ? Optional.empty() : Optional.of(message));
        }
        Optional<String> sscc = message.sscc();
        if (sscc.isPresent()) {
            return parcel(Optional.empty(), "00" + sscc.get())
                    .filter(Parcel.class::isInstance)
                    .orElseGet(() -> new ShippingUnit(sscc.get(), Optional.of(message)));
        }
        return parcel(Optional.empty(), text)
                .orElseGet(() -> new Product(text, Optional.of(message)));
    }

    private static Optional<ScanMeaning> parcel(Optional<AimId> aim, String text) {
        if (!(Tracking.read(aim, text) instanceof Tracking.Found found)) {
            return Optional.empty();
        }
        boolean anybody =
                found.best().carrier() == Carrier.ANY && found.best().kind() == Kind.SHIPPING_UNIT;
        return Optional.of(
                anybody
                        ? new ShippingUnit(found.best().number(), Optional.empty())
                        : new Parcel(found.candidates()));
    }

    private static ScanMeaning plain(String text) {
        if (text.length() > ScanMeaning.MOST_CHARACTERS) {
            return new Garbage(
                    "the barcode has more than " + ScanMeaning.MOST_CHARACTERS + " characters");
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? new Garbage("the barcode has unreadable characters")
                : new Product(text, Optional.empty());
    }
}

package io.fulfillx.backend.carriers.simulator;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.carriers.CarrierRate;
import io.fulfillx.backend.carriers.ManifestOutcome.Refusal;
import io.fulfillx.backend.carriers.PurchasedLabel;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Between our words and the simulator's JSON. */
final class SimulatorWire {
    private SimulatorWire() {}

    static Map<String, Object> parcel(ShipmentSpec spec) {
        Map<String, Object> parcel = new LinkedHashMap<>();
        parcel.put("reference", spec.reference());
        parcel.put("from", address(spec.from()));
        parcel.put("to", address(spec.to()));
        parcel.put("weightGrams", spec.weight().grams());
        parcel.put("lengthMm", spec.dimensions().lengthMm());
        parcel.put("widthMm", spec.dimensions().widthMm());
        parcel.put("heightMm", spec.dimensions().heightMm());
        return parcel;
    }

    private static Map<String, Object> address(Address address) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("name", address.name());
        wire.put("company", Optional.ofNullable(address.company()).orElse(""));
        wire.put("line1", address.line1());
        wire.put("line2", Optional.ofNullable(address.line2()).orElse(""));
        wire.put("city", address.city());
        wire.put("state", Optional.ofNullable(address.stateCode()).orElse(""));
        wire.put("postalCode", Optional.ofNullable(address.postalCode()).orElse(""));
        wire.put("country", address.countryCode());
        return wire;
    }

    static CarrierRate rate(JsonNode rate) {
        return new CarrierRate(
                text(rate, "service"),
                text(rate, "name"),
                money(rate),
                rate.path("transitDays").intValue(),
                rate.path("poBox").booleanValue());
    }

    /**
     * @throws IllegalArgumentException when a part of the label is missing or unreadable
     */
    static PurchasedLabel label(JsonNode label) {
        TrackingNumber number = new TrackingNumber(text(label, "trackingNumber"));
        return new PurchasedLabel(
                number,
                text(label, "service"),
                money(label),
                document(number, LabelFormat.ZPL, label, "zpl"),
                document(number, LabelFormat.PDF, label, "pdf"),
                text(label, "id"));
    }

    static Map<String, Object> manifest(CarrierManifest manifest) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("id", manifest.id());
        wire.put("parcels", manifest.lines().stream().map(SimulatorWire::parcel).toList());
        return wire;
    }

    private static Map<String, Object> parcel(CarrierManifest.Line line) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("trackingNumber", line.number().value());
        wire.put("service", line.service());
        wire.put("postalCode", line.postalCode());
        wire.put("weightGrams", line.weight().grams());
        return wire;
    }

    /**
     * @throws IllegalArgumentException when a part of it is missing or unreadable
     */
    static Refusal refusal(JsonNode line) {
        return new Refusal(
                new TrackingNumber(text(line, "trackingNumber")),
                text(line, "code") + ": " + text(line, "detail"));
    }

    private static LabelDocument document(
            TrackingNumber number, LabelFormat format, JsonNode label, String field) {
        return new LabelDocument(number, format, Base64.getDecoder().decode(text(label, field)));
    }

    private static Money money(JsonNode node) {
        JsonNode minor = node.path("amountMinor");
        if (!minor.isIntegralNumber()) {
            throw new IllegalArgumentException("amountMinor is missing");
        }
        return new Money(minor.longValue(), text(node, "currency"));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value.textValue();
    }
}

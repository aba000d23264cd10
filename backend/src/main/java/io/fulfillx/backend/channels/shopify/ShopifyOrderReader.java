package io.fulfillx.backend.channels.shopify;

import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.CleanText;
import io.fulfillx.backend.channels.IntakeProblem.Unreadable;
import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Turns one Shopify order object into ours; a new one for each. What decides about shipping is
 * demanded; a price or a date that makes no sense is noted, and the order is kept.
 */
final class ShopifyOrderReader {
    private static final int SHORT_TEXT = 255;
    private static final int NOTE_TEXT = 5_000;
    private static final int MAX_GRAMS = 1_000_000;

    /** ISO 4217's code for "no currency". */
    private static final Currency NONE = Currency.getInstance("XXX");

    private final ShopifyAddressReader addresses = new ShopifyAddressReader();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * @throws JsonSpot.Unmet when a required value is missing or of the wrong type
     */
    ChannelOrder read(JsonSpot order) {
        String id = order.at("id").id();
        Currency currency = readable(order.at("currency"), JsonSpot::currency, NONE);
        JsonSpot currentTotal = order.at("current_total_price");
        String name = text(order.at("name"), SHORT_TEXT);
        return new ChannelOrder(
                id,
                name == null ? "#" + id : name,
                placedAt(order),
                money(currentTotal.isAbsent() ? order.at("total_price") : currentTotal, currency),
                firstText(order, "email", "contact_email", "customer/email"),
                firstText(order, "phone", "shipping_address/phone", "customer/phone"),
                addresses.read(order.at("shipping_address")),
                text(order.at("note"), NOTE_TEXT),
                tags(order.at("tags")),
                paymentState(order.at("financial_status").textIfAny()),
                paymentMethod(order.at("payment_details")),
                time(order.at("cancelled_at")),
                order.at("test").flag(false),
                requestedService(order.at("shipping_lines")),
                lines(order, currency),
                unreadable);
    }

    /** The shop names a card by its first and last digits and its brand. */
    private @Nullable String paymentMethod(JsonSpot card) {
        String first = text(card.at("credit_card_bin"), SHORT_TEXT);
        String last = text(card.at("credit_card_number"), SHORT_TEXT);
        if (first == null || last == null) {
            return null;
        }
        String brand = text(card.at("credit_card_company"), SHORT_TEXT);
        return (brand + "/" + first + "/" + last.replaceAll("[^0-9]", "")).toLowerCase(Locale.ROOT);
    }

    private Instant placedAt(JsonSpot order) {
        for (String field : List.of("processed_at", "created_at", "updated_at")) {
            Instant time = time(order.at(field));
            if (time != null) {
                return time;
            }
        }
        return Instant.EPOCH;
    }

    private Money money(JsonSpot amount, Currency currency) {
        Money nothing = new Money(0, currency.getCurrencyCode());
        return readable(amount, spot -> spot.money(currency), nothing);
    }

    /** Takes the other value when there is none, and when it makes no sense, which is noted. */
    private <T> T readable(JsonSpot spot, Function<JsonSpot, T> reader, T otherwise) {
        if (spot.isAbsent()) {
            return otherwise;
        }
        try {
            return reader.apply(spot);
        } catch (JsonSpot.Unmet unmet) {
            note(unmet);
            return otherwise;
        }
    }

    private @Nullable Instant time(JsonSpot spot) {
        try {
            return spot.timeIfAny();
        } catch (JsonSpot.Unmet unmet) {
            note(unmet);
            return null;
        }
    }

    private void note(JsonSpot.Unmet unmet) {
        String pointer = unmet.pointer();
        unreadable.add(new Unreadable(pointer, "the value at " + pointer + " is unreadable"));
    }

    private List<ChannelLine> lines(JsonSpot order, Currency currency) {
        ShopifyRemaining remaining = ShopifyRemaining.of(order);
        List<ChannelLine> lines = new ArrayList<>();
        for (JsonSpot line : order.at("line_items").objects()) {
            lines.add(line(line, remaining, currency));
        }
        return lines;
    }

    private ChannelLine line(JsonSpot line, ShopifyRemaining remaining, Currency currency) {
        boolean giftCard = line.at("gift_card").flag(false);
        boolean requiresShipping = line.at("requires_shipping").flag(!giftCard) && !giftCard;
        int ordered = line.at("quantity").count(Quantity.MAX_UNITS);
        int toShip = remaining.unitsToShip(line);
        JsonSpot grams = line.at("grams");
        String title = text(line.at("title"), SHORT_TEXT);
        String fullName = text(line.at("name"), SHORT_TEXT);
        return new ChannelLine(
                line.at("id").id(),
                sku(line.at("sku").textIfAny()),
                fullName != null ? fullName : title != null ? title : "(no title)",
                new Quantity(ordered),
                new Quantity(requiresShipping ? toShip : 0),
                requiresShipping,
                new Weight(grams.isAbsent() ? 0 : grams.count(MAX_GRAMS)),
                money(line.at("price"), currency));
    }

    private static @Nullable Sku sku(@Nullable String raw) {
        String clean = CleanText.of(raw, SHORT_TEXT);
        return clean.isEmpty() || clean.length() > 128 ? null : new Sku(clean);
    }

    private static List<String> tags(JsonSpot tags) {
        if (tags.node().isArray()) {
            List<String> names = new ArrayList<>();
            tags.node().forEach(tag -> names.add(CleanText.of(tag.asText(), SHORT_TEXT)));
            return names.stream().filter(tag -> !tag.isEmpty()).distinct().toList();
        }
        String joined = tags.textIfAny();
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(","))
                        .map(tag -> CleanText.of(tag, SHORT_TEXT))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }

    private static PaymentState paymentState(@Nullable String status) {
        if (status == null) {
            return PaymentState.UNKNOWN;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "paid" -> PaymentState.PAID;
            case "authorized" -> PaymentState.AUTHORIZED;
            case "pending" -> PaymentState.PENDING;
            case "partially_paid" -> PaymentState.PARTIALLY_PAID;
            case "refunded" -> PaymentState.REFUNDED;
            case "partially_refunded" -> PaymentState.PARTIALLY_REFUNDED;
            case "voided" -> PaymentState.VOIDED;
            default -> PaymentState.UNKNOWN;
        };
    }

    private static @Nullable String requestedService(JsonSpot shippingLines) {
        for (JsonSpot line : shippingLines.objectsIfAny()) {
            String code = text(line.at("code"), SHORT_TEXT);
            return code != null ? code : text(line.at("title"), SHORT_TEXT);
        }
        return null;
    }

    private static @Nullable String firstText(JsonSpot order, String... paths) {
        for (String path : paths) {
            JsonSpot spot = order;
            for (String field : path.split("/")) {
                spot = spot.at(field);
            }
            String found = text(spot, SHORT_TEXT);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Clean text, or null when there is nothing left to read. */
    static @Nullable String text(JsonSpot spot, int maxCodePoints) {
        String clean = CleanText.of(spot.textIfAny(), maxCodePoints);
        return clean.isEmpty() ? null : clean;
    }
}

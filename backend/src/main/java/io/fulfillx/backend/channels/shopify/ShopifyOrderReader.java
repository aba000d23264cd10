package io.fulfillx.backend.channels.shopify;

import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.CleanText;
import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Turns one Shopify order object into ours. */
final class ShopifyOrderReader {
    private static final int SHORT_TEXT = 255;
    private static final int NOTE_TEXT = 5_000;
    private static final int MAX_GRAMS = 1_000_000;

    private final ShopifyAddressReader addresses = new ShopifyAddressReader();

    /**
     * @throws JsonSpot.Unmet when a required value is missing or of the wrong type
     */
    ChannelOrder read(JsonSpot order) {
        String id = order.at("id").id();
        Currency currency = order.at("currency").currency();
        JsonSpot currentTotal = order.at("current_total_price");
        String name = text(order.at("name"), SHORT_TEXT);
        return new ChannelOrder(
                id,
                name == null ? "#" + id : name,
                placedAt(order),
                (currentTotal.isAbsent() ? order.at("total_price") : currentTotal).money(currency),
                firstText(order, "email", "contact_email", "customer/email"),
                firstText(order, "phone", "shipping_address/phone", "customer/phone"),
                addresses.read(order.at("shipping_address")),
                text(order.at("note"), NOTE_TEXT),
                tags(order.at("tags")),
                paymentState(order.at("financial_status").textIfAny()),
                order.at("cancelled_at").timeIfAny(),
                order.at("test").flag(false),
                requestedService(order.at("shipping_lines")),
                lines(order, currency));
    }

    private static Instant placedAt(JsonSpot order) {
        Instant processed = order.at("processed_at").timeIfAny();
        if (processed != null) {
            return processed;
        }
        Instant created = order.at("created_at").timeIfAny();
        if (created == null) {
            throw order.at("created_at").unmet("an ISO 8601 time with offset");
        }
        return created;
    }

    private static List<ChannelLine> lines(JsonSpot order, Currency currency) {
        ShopifyRemaining remaining = ShopifyRemaining.of(order);
        List<ChannelLine> lines = new ArrayList<>();
        for (JsonSpot line : order.at("line_items").objects()) {
            lines.add(line(line, remaining, currency));
        }
        return lines;
    }

    private static ChannelLine line(JsonSpot line, ShopifyRemaining remaining, Currency currency) {
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
                line.at("price").money(currency));
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

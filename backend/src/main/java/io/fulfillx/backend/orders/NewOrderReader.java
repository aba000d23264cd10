package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.CleanText;
import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.backend.orders.NewOrder.NewOrderAddress;
import io.fulfillx.backend.orders.NewOrder.NewOrderLine;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads an order of the API. What the sender can put right is refused with a pointer; what only a
 * person can decide about (an address with a gap, an open payment) is taken and held. Pure.
 */
final class NewOrderReader {
    private static final int NUMBER = 100;
    private static final int PART = 255;
    private static final int NOTE = 5_000;
    private static final int MAX_LINES = 500;
    private static final int MAX_TAGS = 50;
    private static final int MAX_GRAMS = 1_000_000;

    /** A trillion cents: more is a slip of the pen, and sums of it still fit. */
    private static final long MAX_MINOR = 1_000_000_000_000L;

    private static final Duration CLOCK_SLACK = Duration.ofDays(1);

    private NewOrderReader() {}

    /**
     * @throws Fault INVALID with a pointer to what has to be changed
     */
    static ChannelOrder read(NewOrder order, Instant now) {
        String number = required(order.orderNumber(), "/orderNumber", NUMBER);
        String currency = currency(order.currency());
        List<ChannelLine> lines = lines(order.lines(), currency);
        return new ChannelOrder(
                number,
                number,
                placedAt(order.placedAt(), now),
                new Money(total(order, lines), currency),
                text(order.email(), "/email", PART),
                text(order.phone(), "/phone", PART),
                address(order.shipTo(), order.phone()),
                text(order.note(), "/note", NOTE),
                tags(order.tags()),
                order.paymentState() == null ? PaymentState.UNKNOWN : order.paymentState(),
                text(order.paymentMethod(), "/paymentMethod", PART),
                null,
                false,
                text(order.requestedService(), "/requestedService", PART),
                lines,
                List.of());
    }

    private static Instant placedAt(@Nullable Instant placedAt, Instant now) {
        if (placedAt == null) {
            return now;
        }
        if (placedAt.isAfter(now.plus(CLOCK_SLACK)) || placedAt.isBefore(Instant.EPOCH)) {
            throw Fault.invalid("/placedAt", "The order was placed between 1970 and now.");
        }
        return placedAt;
    }

    private static String currency(@Nullable String code) {
        String text = required(code, "/currency", 3).toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Fault.invalid("/currency", "A currency is named as in ISO 4217, such as USD.");
        }
    }

    private static long total(NewOrder order, List<ChannelLine> lines) {
        Long total = order.totalMinor();
        if (total != null) {
            return amount(total, "/totalMinor");
        }
        long sum = 0;
        for (ChannelLine line : lines) {
            sum = Math.addExact(sum, line.unitPrice().minor() * line.ordered().units());
            if (sum > MAX_MINOR) {
                throw Fault.invalid("/lines", "The lines cost more than an order can.");
            }
        }
        return sum;
    }

    private static long amount(long minor, String pointer) {
        if (minor < 0 || minor > MAX_MINOR) {
            throw Fault.invalid(
                    pointer, "An amount is 0 to " + MAX_MINOR + " in minor units (cents).");
        }
        return minor;
    }

    private static List<ChannelLine> lines(
            @Nullable List<@Nullable NewOrderLine> lines, String currency) {
        if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
            throw Fault.invalid("/lines", "An order has 1 to " + MAX_LINES + " lines.");
        }
        List<ChannelLine> read = new ArrayList<>(lines.size());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            NewOrderLine line = lines.get(i);
            String at = "/lines/" + i;
            if (line == null) {
                throw Fault.invalid(at, "A line has a sku and a quantity.");
            }
            ChannelLine one = line(line, i, at, currency);
            if (!ids.add(one.channelLineId())) {
                throw Fault.invalid(at + "/lineId", "Two lines of the order have this lineId.");
            }
            read.add(one);
        }
        return read;
    }

    private static ChannelLine line(NewOrderLine line, int place, String at, String currency) {
        String id = text(line.lineId(), at + "/lineId", NUMBER);
        Sku sku = new Sku(required(line.sku(), at + "/sku", 128));
        String title = text(line.title(), at + "/title", PART);
        Quantity units = quantity(line.quantity(), at + "/quantity");
        boolean ships = line.requiresShipping() == null || line.requiresShipping();
        Long price = line.unitPriceMinor();
        return new ChannelLine(
                id == null ? Integer.toString(place + 1) : id,
                sku,
                title == null ? sku.value() : title,
                units,
                ships ? units : Quantity.ZERO,
                ships,
                weight(line.unitWeightGrams(), at + "/unitWeightGrams"),
                new Money(price == null ? 0 : amount(price, at + "/unitPriceMinor"), currency));
    }

    private static Quantity quantity(@Nullable Integer units, String pointer) {
        if (units == null || units < 1 || units > Quantity.MAX_UNITS) {
            throw Fault.invalid(pointer, "A quantity is 1 to " + Quantity.MAX_UNITS + ".");
        }
        return new Quantity(units);
    }

    private static Weight weight(@Nullable Integer grams, String pointer) {
        if (grams != null && (grams < 0 || grams > MAX_GRAMS)) {
            throw Fault.invalid(pointer, "A weight is 0 to " + MAX_GRAMS + " grams.");
        }
        return new Weight(grams == null ? 0 : grams);
    }

    private static @Nullable Address address(
            @Nullable NewOrderAddress to, @Nullable String orderPhone) {
        if (to == null) {
            return null;
        }
        String phone = to.phone() == null ? orderPhone : to.phone();
        String at = "/shipTo/";
        return new Address(
                orEmpty(text(to.name(), at + "name", PART)),
                text(to.company(), at + "company", PART),
                orEmpty(text(to.line1(), at + "line1", PART)),
                text(to.line2(), at + "line2", PART),
                orEmpty(text(to.city(), at + "city", PART)),
                text(to.stateCode(), at + "stateCode", PART),
                text(to.postalCode(), at + "postalCode", PART),
                orEmpty(text(to.countryCode(), at + "countryCode", PART)).toUpperCase(Locale.ROOT),
                text(phone, at + "phone", PART));
    }

    private static List<String> tags(@Nullable List<@Nullable String> tags) {
        if (tags == null) {
            return List.of();
        }
        if (tags.size() > MAX_TAGS) {
            throw Fault.invalid("/tags", "An order has at most " + MAX_TAGS + " tags.");
        }
        List<String> read = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = required(tags.get(i), "/tags/" + i, NUMBER);
            if (!read.contains(tag)) {
                read.add(tag);
            }
        }
        return read;
    }

    private static String required(@Nullable String raw, String pointer, int max) {
        String text = text(raw, pointer, max);
        if (text == null) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        return text;
    }

    /** Clean text; null when there is none. Nothing is cut off: that would be another text. */
    private static @Nullable String text(@Nullable String raw, String pointer, int max) {
        String clean = CleanText.of(raw, max + 1);
        if (clean.length() > max) {
            throw Fault.invalid(pointer, "This field has at most " + max + " characters.");
        }
        return clean.isEmpty() ? null : clean;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

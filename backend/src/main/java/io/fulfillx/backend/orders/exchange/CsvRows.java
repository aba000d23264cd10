package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.backend.orders.exchange.OrderDocument.LineDocument;
import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes an order of the rows that stand together. */
final class CsvRows {
    private static final Map<String, String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    code ->
                                            Locale.of("", code)
                                                    .getDisplayCountry(Locale.ENGLISH)
                                                    .toLowerCase(Locale.ROOT),
                                    code -> code,
                                    (a, _) -> a));
    private static final Map<String, Integer> DIGITS =
            Currency.getAvailableCurrencies().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Currency::getCurrencyCode,
                                    each -> Math.max(0, each.getDefaultFractionDigits())));

    private final ImportLayout layout;
    private final List<CsvRow> rows;
    private final CsvRow first;
    private final List<Problem> problems = new ArrayList<>();

    CsvRows(ImportLayout layout, List<CsvRow> rows) {
        this.layout = layout;
        this.rows = rows;
        this.first = rows.getFirst();
    }

    FileOrder order(String key, long count) {
        String prefix = layout.cancelPrefix();
        boolean credit = prefix != null && key.startsWith(prefix);
        String currency =
                Optional.ofNullable(first.cell(OrderColumn.CURRENCY))
                        .orElse(Objects.requireNonNullElse(layout.currency(), "XXX"));
        int digits = digits(currency);
        List<LineDocument> lines = rows.stream().map(row -> line(row, credit, digits)).toList();
        String tags = first.cell(OrderColumn.TAGS);
        OrderDocument document =
                new OrderDocument(
                        null,
                        key,
                        first.cell(OrderColumn.NAME),
                        time(first),
                        currency,
                        money(first, OrderColumn.TOTAL, digits),
                        first.cell(OrderColumn.EMAIL),
                        first.cell(OrderColumn.PHONE),
                        address(),
                        Optional.ofNullable(first.cell(OrderColumn.PAYMENT))
                                .orElse(layout.payment()),
                        credit || flag(first, OrderColumn.CANCELLED, false),
                        first.cell(OrderColumn.SERVICE),
                        first.cell(OrderColumn.NOTE),
                        tags == null ? List.of() : TagsCell.read(tags),
                        lines);
        return ReadDocument.read(
                document, problems, count, place -> rows.get(Math.toIntExact(place)).line());
    }

    private static int digits(String currency) {
        return DIGITS.getOrDefault(currency, 2);
    }

    private LineDocument line(CsvRow row, boolean credit, int digits) {
        Integer quantity = whole(row, OrderColumn.QUANTITY);
        if (quantity != null && credit) {
            quantity = Math.abs(quantity);
        }
        String sku = row.cell(OrderColumn.SKU);
        Integer toShip = credit ? Integer.valueOf(0) : whole(row, OrderColumn.TO_SHIP);
        // Postage, fees and the like have codes without a digit in files of invoices.
        boolean goods = layout.cancelPrefix() == null || isGoods(sku);
        return new LineDocument(
                row.cell(OrderColumn.LINE_ID),
                sku,
                row.cell(OrderColumn.TITLE),
                quantity,
                toShip,
                flag(row, OrderColumn.REQUIRES_SHIPPING, goods),
                whole(row, OrderColumn.WEIGHT_GRAMS),
                money(row, OrderColumn.UNIT_PRICE, digits));
    }

    private static boolean isGoods(@Nullable String sku) {
        return sku == null || sku.chars().anyMatch(Character::isDigit);
    }

    private @Nullable Address address() {
        String country = country();
        String name = first.cell(OrderColumn.SHIP_NAME);
        String line1 = first.cell(OrderColumn.SHIP_LINE1);
        String city = first.cell(OrderColumn.SHIP_CITY);
        if (country.isEmpty() && name == null && line1 == null && city == null) {
            return null;
        }
        return new Address(
                Objects.requireNonNullElse(name, ""),
                first.cell(OrderColumn.SHIP_COMPANY),
                Objects.requireNonNullElse(line1, ""),
                first.cell(OrderColumn.SHIP_LINE2),
                Objects.requireNonNullElse(city, ""),
                first.cell(OrderColumn.SHIP_STATE),
                first.cell(OrderColumn.SHIP_POSTAL_CODE),
                country,
                first.cell(OrderColumn.SHIP_PHONE));
    }

    /** A code, or a name as people write it; what is neither stays and becomes a hold. */
    private String country() {
        String text = Objects.requireNonNullElse(first.cell(OrderColumn.SHIP_COUNTRY), "");
        if (layout.escaped() || text.length() == 2) {
            return text;
        }
        return switch (text) {
            case "EIRE" -> "IE";
            case "USA" -> "US";
            case "RSA" -> "ZA";
            default -> COUNTRIES.getOrDefault(text.toLowerCase(Locale.ROOT), text);
        };
    }

    private void wrong(CsvRow row, OrderColumn column, String detail) {
        problems.add(
                new Problem(
                        row.line(),
                        layout.columns().getOrDefault(column, column.header()),
                        detail));
    }

    private @Nullable Instant time(CsvRow row) {
        String text = row.cell(OrderColumn.PLACED_AT);
        if (text == null) {
            return null;
        }
        String pattern = layout.datePattern();
        try {
            return pattern == null
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                            .atZone(ZoneId.of(layout.zone()))
                            .toInstant();
        } catch (DateTimeException e) {
            wrong(row, OrderColumn.PLACED_AT, text + " is no time.");
            return null;
        }
    }

    private @Nullable Integer whole(CsvRow row, OrderColumn column) {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            wrong(row, column, text + " is no whole number.");
            return null;
        }
    }

    private @Nullable Long money(CsvRow row, OrderColumn column, int digits) {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text)
                    .setScale(digits, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (NumberFormatException e) {
            wrong(row, column, text + " is no amount.");
        } catch (ArithmeticException e) {
            wrong(row, column, text + " has more than " + digits + " decimals, or is too large.");
        }
        return null;
    }

    private boolean flag(CsvRow row, OrderColumn column, boolean byDefault) {
        String text = row.cell(column);
        if (text == null) {
            return byDefault;
        }
        if (!text.equals("true") && !text.equals("false")) {
            wrong(row, column, "true or false is expected.");
        }
        return text.equals("true");
    }
}

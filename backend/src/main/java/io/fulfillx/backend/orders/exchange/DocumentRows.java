package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.exchange.OrderDocument.LineDocument;
import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Writes an order as rows of CSV, in the order of {@link OrderColumn}. Pure. */
final class DocumentRows {
    private DocumentRows() {}

    static List<String> header() {
        return Arrays.stream(OrderColumn.values()).map(OrderColumn::header).toList();
    }

    static List<List<String>> of(OrderDocument order) {
        List<String> head = head(order);
        List<List<String>> rows = new ArrayList<>();
        int digits = digits(order.currency());
        for (LineDocument line :
                Objects.requireNonNullElse(order.lines(), List.<LineDocument>of())) {
            List<String> row = new ArrayList<>(head);
            row.addAll(line(line, digits));
            rows.add(row);
        }
        return rows;
    }

    private static int digits(@Nullable String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static List<String> head(OrderDocument order) {
        Address to = order.shipTo();
        Long total = order.totalMinor();
        return List.of(
                plain(order.orderId()),
                text(order.channelOrderId()),
                text(order.name()),
                plain(order.placedAt()),
                plain(order.currency()),
                total == null ? "" : amount(total, digits(order.currency())),
                text(order.email()),
                text(order.phone()),
                to == null ? "" : text(to.name()),
                to == null ? "" : text(to.company()),
                to == null ? "" : text(to.line1()),
                to == null ? "" : text(to.line2()),
                to == null ? "" : text(to.city()),
                to == null ? "" : text(to.stateCode()),
                to == null ? "" : text(to.postalCode()),
                to == null ? "" : text(to.countryCode()),
                to == null ? "" : text(to.phone()),
                plain(order.payment()),
                plain(order.cancelled()),
                text(order.requestedService()),
                text(order.note()),
                text(TagsCell.written(Objects.requireNonNullElse(order.tags(), List.of()))));
    }

    private static List<String> line(LineDocument line, int digits) {
        Long price = line.unitPriceMinor();
        return List.of(
                text(line.lineId()),
                text(line.sku()),
                text(line.title()),
                plain(line.quantity()),
                plain(line.toShip()),
                plain(line.requiresShipping()),
                plain(line.unitWeightGrams()),
                price == null ? "" : amount(price, digits));
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : CellText.written(value);
    }

    private static String amount(long minor, int digits) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}

package io.fulfillx.backend.orders.exchange;

import java.util.Locale;

/** The columns of orders in CSV, one row for each line; an order's own stand in all its rows. */
enum OrderColumn {
    ORDER_ID,
    ORDER,
    NAME,
    PLACED_AT,
    CURRENCY,
    TOTAL,
    EMAIL,
    PHONE,
    SHIP_NAME,
    SHIP_COMPANY,
    SHIP_LINE1,
    SHIP_LINE2,
    SHIP_CITY,
    SHIP_STATE,
    SHIP_POSTAL_CODE,
    SHIP_COUNTRY,
    SHIP_PHONE,
    PAYMENT,
    CANCELLED,
    SERVICE,
    NOTE,
    TAGS,
    LINE_ID,
    SKU,
    TITLE,
    QUANTITY,
    TO_SHIP,
    REQUIRES_SHIPPING,
    WEIGHT_GRAMS,
    UNIT_PRICE;

    /** As it is written in the first row. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}

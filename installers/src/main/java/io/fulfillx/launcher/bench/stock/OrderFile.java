package io.fulfillx.launcher.bench.stock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A CSV file of so many orders, made while it is read; every second order has two lines. */
final class OrderFile extends InputStream {
    private static final int AT_ONCE = 1_000;
    private static final String HEADER =
            "order,placed_at,currency,email,ship_name,ship_line1,ship_city,ship_state,"
                    + "ship_postal_code,ship_country,payment,sku,quantity,unit_price\n";

    private final int orders;
    private final int items;
    private int made;
    private InputStream some = new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8));

    OrderFile(int orders, int items) {
        this.orders = orders;
        this.items = items;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            int read = some.read(into, offset, length);
            while (read < 0 && made < orders) {
                some = new ByteArrayInputStream(more().getBytes(StandardCharsets.UTF_8));
                read = some.read(into, offset, length);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String more() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < AT_ONCE && made < orders; i++) {
            made++;
            row(rows, 1);
            if (made % 2 == 0) {
                row(rows, 2);
            }
        }
        return rows.toString();
    }

    private void row(StringBuilder rows, int line) {
        rows.append(
                String.format(
                        Locale.ROOT,
                        "B%d,2026-03-02T09:15:00Z,USD,buyer%d@shop.example,Buyer %d,%d Mill Lane,"
                                + "Portland,OR,97205,US,PAID,%s,%d,12.50%n",
                        made,
                        made,
                        made,
                        made,
                        Shelves.sku(1 + (made * 7 + line) % items),
                        line));
    }
}

package io.fulfillx.launcher.demo;

import io.fulfillx.model.item.Gtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An item of the demo warehouse.
 *
 * @param barcode 13 digits (EAN-13)
 */
public record DemoItem(
        String sku,
        String title,
        String barcode,
        int weightGrams,
        int lengthMm,
        int widthMm,
        int heightMm,
        String location) {

    /** The goods on the shelves of a demo organisation. */
    static List<DemoItem> catalog() {
        return table("items.csv").stream()
                .map(line -> line.split(",", -1))
                .map(
                        cell ->
                                new DemoItem(
                                        cell[0],
                                        cell[1],
                                        withCheckDigit(cell[2]),
                                        Integer.parseInt(cell[3]),
                                        Integer.parseInt(cell[4]),
                                        Integer.parseInt(cell[5]),
                                        Integer.parseInt(cell[6]),
                                        cell[7]))
                .toList();
    }

    /** The lines of a table beside this class, without its comments. */
    static List<String> table(String name) {
        try (InputStream in =
                Objects.requireNonNull(DemoItem.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twelve digits and the one that makes them a GTIN-13. */
    static String withCheckDigit(String twelve) {
        for (int digit = 0; digit <= 9; digit++) {
            String candidate = twelve + digit;
            if (Gtin.find(candidate).isPresent()) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("not twelve digits: " + twelve);
    }
}

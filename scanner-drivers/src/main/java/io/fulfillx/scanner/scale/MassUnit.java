package io.fulfillx.scanner.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** What scales weigh in, each with its exact number of grams. */
public enum MassUnit {
    MILLIGRAM("mg", "0.001"),
    GRAM("g", "1"),
    KILOGRAM("kg", "1000"),
    TONNE("t", "1000000"),
    OUNCE("oz", "28.349523125"),
    POUND("lb", "453.59237");

    private final String symbol;
    private final BigDecimal grams;

    MassUnit(String symbol, String grams) {
        this.symbol = symbol;
        this.grams = new BigDecimal(grams);
    }

    public String symbol() {
        return symbol;
    }

    /** The unit with this symbol in any case, {@code lbs} too; empty when it is none of these. */
    public static Optional<MassUnit> of(String symbol) {
        String wanted = symbol.strip().toLowerCase(Locale.ROOT);
        for (MassUnit unit : values()) {
            if (unit.symbol.equals(wanted) || unit == POUND && wanted.equals("lbs")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Exactly as many grams. */
    public BigDecimal toGrams(BigDecimal amount) {
        return amount.multiply(grams);
    }

    /** As a display with so many decimals shows it. */
    public BigDecimal display(BigDecimal inGrams, int decimals) {
        return inGrams.divide(grams, decimals, RoundingMode.HALF_UP);
    }

    /** To whole grams as prices are rounded: to the nearest, a half away from zero. */
    public static BigDecimal wholeGrams(BigDecimal grams) {
        return grams.setScale(0, RoundingMode.HALF_UP);
    }
}

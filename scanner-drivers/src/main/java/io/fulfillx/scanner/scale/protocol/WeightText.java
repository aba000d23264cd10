package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.MassUnit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weights as scales print them: {@code + 1.234kg}, {@code - 29.182 g}, {@code 1LB 02.5OZ}. */
final class WeightText {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?)\\s*([0-9]{1,9}(?:[.,][0-9]{0,6})?|[.,][0-9]{1,6})");
    private static final Pattern UNIT = Pattern.compile("\\s*([A-Za-z]{1,3})(?![A-Za-z])");

    private WeightText() {}

    /**
     * @return the grams, exact; empty when this is no weight from its first to its last character
     */
    static Optional<BigDecimal> grams(String text, ScaleSettings settings) {
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        BigDecimal amount = amount(number.group(2), settings);
        int end = number.end();
        Matcher symbol = UNIT.matcher(text).region(end, text.length());
        MassUnit unit = settings.unit();
        if (symbol.lookingAt()) {
            Optional<MassUnit> named = MassUnit.of(symbol.group(1));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            unit = named.get();
            end = symbol.end();
        }
        BigDecimal grams = unit.toGrams(amount);
        String rest = text.substring(end);
        if (unit == MassUnit.POUND && !rest.isBlank()) {
            Optional<BigDecimal> ounces = grams(rest, settings);
            return ounces.map(more -> signed(number.group(1), grams.add(more)));
        }
        return rest.isBlank() ? Optional.of(signed(number.group(1), grams)) : Optional.empty();
    }

    private static BigDecimal amount(String digits, ScaleSettings settings) {
        String plain = digits.replace(',', '.');
        if (plain.indexOf('.') >= 0) {
            return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
        }
        return new BigDecimal(plain).movePointLeft(settings.decimals());
    }

    private static BigDecimal signed(String sign, BigDecimal grams) {
        return sign.equals("-") ? grams.negate() : grams;
    }
}

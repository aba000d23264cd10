package io.fulfillx.printing.symbol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers a symbol carries, in the ways carriers write them. */
final class CarriedNumbers {
    private static final String SEPARATORS = "[\\x1d\\x1e\\x04]+";
    private static final int SHORTEST = 8;

    private CarriedNumbers() {}

    /** Whether the symbol keeps the promise of a number. */
    static boolean carries(Symbol symbol, String promised) {
        String wanted = compact(promised);
        return of(symbol).contains(wanted)
                || symbol.kind() == Symbology.MAXICODE && upsParts(symbol.payload(), wanted)
                || isMatrix(symbol)
                        && wanted.length() >= SHORTEST
                        && compact(symbol.payload()).contains(wanted);
    }

    /** The whole payload, its parts, and each without what carriers put before. */
    static Set<String> of(Symbol symbol) {
        Set<String> numbers = new LinkedHashSet<>();
        numbers.add(compact(symbol.payload()));
        for (String part : symbol.payload().split(SEPARATORS, -1)) {
            String text = compact(part);
            if (!text.isEmpty()) {
                numbers.add(text);
                withoutPrefix(text, numbers);
            }
        }
        return numbers;
    }

    /** Two-dimensional symbols carry whole documents. */
    static boolean isMatrix(Symbol symbol) {
        return switch (symbol.kind()) {
            case DATA_MATRIX, QR_CODE, AZTEC, PDF_417, MAXICODE -> true;
            case CODE_128, CODE_39, CODE_93, CODABAR, ITF, EAN_13, EAN_8, UPC_A, UPC_E, DATABAR ->
                    false;
        };
    }

    private static void withoutPrefix(String text, Set<String> numbers) {
        if (text.startsWith("420")) {
            addTail(text, 8, numbers);
            addTail(text, 12, numbers);
        }
        if (text.startsWith("00") && text.length() == 20) {
            addTail(text, 2, numbers);
        }
        if (text.matches("(21|40[0-3]).+")) {
            addTail(text, text.startsWith("21") ? 2 : 3, numbers);
        }
        if (text.matches("96[0-9]{20}|96[0-9]{32}")) {
            addTail(text, text.length() - 12, numbers);
            addTail(text, text.length() - 15, numbers);
        }
        if (text.matches("%[0-9A-Z]{27,28}")) {
            numbers.add(text.substring(8, 22));
        }
    }

    private static void addTail(String text, int from, Set<String> numbers) {
        if (text.length() - from >= SHORTEST) {
            numbers.add(text.substring(from));
        }
    }

    /** UPS splits 1Z, account, service and number over the fields of its MaxiCode. */
    private static boolean upsParts(String payload, String wanted) {
        if (!wanted.matches("1Z[0-9A-Z]{16}")) {
            return false;
        }
        List<String> fields = List.of(payload.split(SEPARATORS, -1));
        String account = wanted.substring(2, 8);
        boolean number =
                fields.stream().anyMatch(field -> field.endsWith("1Z" + wanted.substring(10)));
        return number && fields.contains(account);
    }

    /** Without what people put in to read it more easily. */
    static String compact(String text) {
        return text.replaceAll("[\\x1d\\s()-]", "");
    }
}

package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a label before it is printed and compares it with what it must carry. Every promised number
 * must be found, and no bars may say a different number of the same kind.
 */
public final class Preflight {
    private static final LinearReader BARS = new LinearReader();
    private static final int SHORTEST = 8;

    private Preflight() {}

    /** Compares the final picture of one label with its promise. */
    public static PreflightResult check(Bitmap label, Promise promise) {
        List<Symbol> bars = BARS.read(label);
        Optional<String> contradiction = contradiction(bars, promise);
        if (contradiction.isPresent()) {
            return new PreflightResult.Stopped(contradiction.get());
        }
        if (missing(bars, promise).isEmpty()) {
            return new PreflightResult.Passed(proof(bars, promise));
        }
        List<Symbol> symbols = SymbolReaders.union(bars, ZxingReader.matrices(label, bars, false));
        return contradiction(symbols, promise)
                .or(() -> failure(label, symbols, promise))
                .<PreflightResult>map(PreflightResult.Stopped::new)
                .orElseGet(() -> new PreflightResult.Passed(proof(symbols, promise)));
    }

    private static Optional<String> failure(Bitmap label, List<Symbol> symbols, Promise promise) {
        Set<String> missing = missing(symbols, promise);
        if (!missing.isEmpty()) {
            return Optional.of(
                    symbols.isEmpty()
                            ? "the label carries no readable bar code, but "
                                    + missing.iterator().next()
                                    + " was promised"
                            : "no bar code on the label says " + missing.iterator().next());
        }
        return UnreadBars.on(label, symbols)
                ? Optional.of("a bar code on the label cannot be read")
                : Optional.empty();
    }

    private static Set<String> missing(List<Symbol> symbols, Promise promise) {
        Set<String> missing = new TreeSet<>();
        for (String number : promise.payloads()) {
            if (symbols.stream().noneMatch(symbol -> CarriedNumbers.carries(symbol, number))) {
                missing.add(number);
            }
        }
        return missing;
    }

    private static List<Symbol> proof(List<Symbol> symbols, Promise promise) {
        return symbols.stream()
                .filter(
                        symbol ->
                                promise.payloads().stream()
                                        .anyMatch(number -> CarriedNumbers.carries(symbol, number)))
                .toList();
    }

    private static Optional<String> contradiction(List<Symbol> symbols, Promise promise) {
        for (Symbol symbol : symbols) {
            if (CarriedNumbers.isMatrix(symbol) || !proof(List.of(symbol), promise).isEmpty()) {
                continue;
            }
            Set<String> said = new LinkedHashSet<>(CarriedNumbers.of(symbol));
            for (String number : new TreeSet<>(promise.payloads())) {
                String wanted = CarriedNumbers.compact(number);
                Optional<String> other =
                        said.stream().filter(text -> sameKind(text, wanted)).findFirst();
                if (other.isPresent()) {
                    return Optional.of(
                            "a bar code says "
                                    + other.get()
                                    + " where "
                                    + number
                                    + " was promised");
                }
            }
        }
        return Optional.empty();
    }

    /** Of the same length, mostly alike, with digits where the other has digits. */
    private static boolean sameKind(String text, String wanted) {
        if (wanted.length() < SHORTEST || text.length() != wanted.length()) {
            return false;
        }
        int alike = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            char other = wanted.charAt(i);
            alike += one == other ? 1 : 0;
            odd += Character.isDigit(one) == Character.isDigit(other) ? 0 : 1;
        }
        boolean begin = text.startsWith(wanted.substring(0, 2));
        return odd <= 2 && (begin || alike * 2 > text.length());
    }
}

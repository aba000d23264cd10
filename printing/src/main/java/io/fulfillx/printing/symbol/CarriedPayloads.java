package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How carriers write a promised number into their symbols. */
final class CarriedPayloads {
    private CarriedPayloads() {}

    static PreflightResult judge(List<Symbol> symbols, Promise promise) {
        List<Symbol> proof = new ArrayList<>();
        for (String payload : new TreeSet<>(promise.payloads())) {
            List<Symbol> carriers =
                    symbols.stream().filter(symbol -> carries(symbol, payload)).toList();
            if (carriers.isEmpty()) {
                return new PreflightResult.Stopped("no symbol on the label carries " + payload);
            }
            proof.addAll(carriers);
        }
        return new PreflightResult.Passed(proof.stream().distinct().toList());
    }

    private static boolean carries(Symbol symbol, String payload) {
        return symbol.payload().contains(payload);
    }
}

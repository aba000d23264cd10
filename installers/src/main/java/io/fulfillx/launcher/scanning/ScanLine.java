package io.fulfillx.launcher.scanning;

import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.meaning.ScanMeaning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A scan as one line of JSON. */
final class ScanLine {
    private ScanLine() {}

    static Map<String, Object> of(Scan scan) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("device", scan.device());
        line.put("at", scan.at());
        line.put("aimId", scan.aimId().orElse(null));
        line.put("text", scan.text());
        line.put("meaning", meaning(ScanMeaning.of(scan)));
        return line;
    }

    private static Map<String, Object> meaning(ScanMeaning meaning) {
        Map<String, Object> words = new LinkedHashMap<>();
        switch (meaning) {
            case ScanMeaning.Own(var code) -> {
                words.put("kind", "own");
                words.put("code", code.getClass().getSimpleName());
                words.put("text", code.text());
            }
            case ScanMeaning.Product(var barcode, var gs1) -> {
                words.put("kind", "product");
                words.put("barcode", barcode);
                bracketed(words, gs1);
            }
            case ScanMeaning.Parcel parcel -> {
                words.put("kind", "parcel");
                words.put("carrier", parcel.best().carrier().title());
                words.put("number", parcel.best().number());
            }
            case ScanMeaning.ShippingUnit(var sscc, var gs1) -> {
                words.put("kind", "shipping unit");
                words.put("sscc", sscc);
                bracketed(words, gs1);
            }
            case ScanMeaning.Garbage(var reason) -> {
                words.put("kind", "garbage");
                words.put("reason", reason);
            }
        }
        return words;
    }

    private static void bracketed(Map<String, Object> words, Optional<Gs1Message> gs1) {
        gs1.ifPresent(message -> words.put("gs1", message.bracketed()));
    }
}

package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One maker's commands. A new maker is a class and a row in {@link #NAMED}. */
public interface FeedbackCommands {
    /** By the word that stands in an address. */
    Map<String, FeedbackCommands> NAMED = named();

    /** What to send; empty when there is no such command. */
    byte[] bytes(Feedback feedback);

    /** For a scanner that does not listen, or of which nothing is known. */
    static FeedbackCommands none() {
        return _ -> new byte[0];
    }

    private static Map<String, FeedbackCommands> named() {
        Map<String, FeedbackCommands> all = new LinkedHashMap<>();
        all.put("none", none());
        all.put("ssi", new ZebraSsi());
        all.put("honeywell", new HoneywellSerial());
        all.put("datalogic", new DatalogicSerial());
        all.put("cipherlab", new CipherLabSerial());
        all.put("bell", new Bell());
        return Map.copyOf(all);
    }

    static Optional<FeedbackCommands> find(String word) {
        return Optional.ofNullable(NAMED.get(word));
    }

    /** The words, for messages. */
    static String words() {
        return String.join(", ", List.copyOf(NAMED.keySet()).stream().sorted().toList());
    }
}

package io.fulfillx.scanner.tracking;

import io.fulfillx.scanner.aim.AimId;
import io.fulfillx.scanner.aim.Symbology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a text says as a carrier's number. */
public sealed interface Tracking {
    /** More characters than any bar code of a carrier has. */
    int LONGEST = 512;

    /**
     * A carrier's number.
     *
     * @param candidates all that it can be, the likeliest first; at least one
     */
    record Found(List<CarrierNumber> candidates) implements Tracking {
        public Found {
            candidates = List.copyOf(candidates);
        }

        /** The likeliest. */
        public CarrierNumber best() {
            return candidates.getFirst();
        }

        /** Whether it can only be one. */
        public boolean certain() {
            return candidates.size() == 1;
        }
    }

    /**
     * It has a carrier's form, but was misread or mistyped.
     *
     * @param carrier whose form it has
     * @param number without spaces
     */
    record WrongCheckDigit(Carrier carrier, String number) implements Tracking {
        /** One sentence. */
        public String sentence() {
            return "it looks like a number of "
                    + carrier.title()
                    + ", but its check digit is wrong";
        }
    }

    /** No carrier's number that we know. */
    record Unknown(String sentence) implements Tracking {}

    /**
     * Reads what somebody typed, or a scan, with its AIM identifier in front or without. Spaces and
     * hyphens are skipped and small letters made large; GS (0x1D) may separate routing and number.
     */
    static Tracking read(String text) {
        Optional<AimId> aim = AimId.startOf(text);
        return read(aim, aim.isPresent() ? text.substring(AimId.LENGTH) : text);
    }

    /** Reads a scan whose AIM identifier has been taken off. */
    static Tracking read(Optional<AimId> aim, String text) {
        if (text.isBlank()) {
            return new Unknown("there is no number");
        }
        if (text.length() > LONGEST) {
            return new Unknown("it is longer than any carrier's bar code");
        }
        if (TransportMessage.begins(text)) {
            return TransportMessage.read(text);
        }
        String plain = plain(text);
        if (plain.isEmpty()) {
            return new Unknown("it has characters that no carrier uses");
        }
        if (plain.chars().allMatch(c -> c == '0')) {
            return new Unknown("it is all zeros");
        }
        Candidates candidates = new Candidates();
        if (aim.filter(id -> id.symbology() == Symbology.ITF).isPresent()) {
            Dhl.interleaved(plain, candidates);
        }
        Ups.read(plain, candidates);
        Usps.read(plain, candidates);
        Fedex.read(plain, candidates);
        Dhl.read(plain, candidates);
        Posts.read(plain, candidates);
        Regional.read(plain, candidates);
        Routing.read(aim.filter(AimId::gs1).isPresent(), plain, candidates);
        return candidates.result();
    }

    /** Letters and digits alone; empty when there is anything else. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String upper = text.strip().toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            boolean kept = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '%' && i == 0;
            if (kept) {
                plain.append(c);
            } else if (c != ' ' && c != '-' && c != 0x1D) {
                return "";
            }
        }
        return plain.toString();
    }
}

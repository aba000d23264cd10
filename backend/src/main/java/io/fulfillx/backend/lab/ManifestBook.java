package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.label.TrackingNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every manifest the simulated carrier took. It answers to the same id with the same words, and
 * counts a number that comes on a second manifest.
 */
final class ManifestBook {
    /** No place in the United States has such a ZIP code. */
    private static final String NOWHERE = "000";

    private final Map<String, Answer> answers = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private int doubled;
    private int repeated;

    record Refused(String trackingNumber, String code, String detail) {}

    record Answer(String id, int accepted, List<Refused> refused) {}

    /**
     * What was taken so far.
     *
     * @param repeated how often a manifest came again
     * @param doubled numbers on more than one
     */
    record Totals(int manifests, int numbers, int repeated, int doubled) {}

    synchronized Answer take(JsonNode manifest) {
        String id = manifest.path("id").asText();
        Answer before = answers.get(id);
        if (before != null) {
            repeated++;
            return before;
        }
        int accepted = 0;
        List<Refused> refused = new ArrayList<>();
        for (JsonNode parcel : manifest.path("parcels")) {
            String number = parcel.path("trackingNumber").asText();
            doubled += numbers.add(number) ? 0 : 1;
            if (NumberSeries.read(new TrackingNumber(number)).isEmpty()) {
                refused.add(new Refused(number, "NUMBER", "this is no number of ours"));
            } else if (parcel.path("postalCode").asText().startsWith(NOWHERE)) {
                refused.add(new Refused(number, "POSTAL_CODE", "there is no such postal code"));
            } else {
                accepted++;
            }
        }
        Answer answer = new Answer(id, accepted, refused);
        answers.put(id, answer);
        return answer;
    }

    synchronized Totals totals() {
        return new Totals(answers.size(), numbers.size(), repeated, doubled);
    }
}

package io.fulfillx.backend.lab;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.regex.Pattern;

/** One parcel as the simulated carrier is told of it; sizes in mm, weight in g. */
record CarrierParcel(
        String reference,
        Party from,
        Party to,
        int grams,
        int lengthMm,
        int widthMm,
        int heightMm) {
    /** No repetition inside a repetition: linear on any input. */
    private static final Pattern BOX =
            Pattern.compile(
                    "\\bp\\.? ?o\\.? ?box\\b|\\bpostfach\\b|\\bapartado\\b|私書箱|packstation");

    record Party(
            String name,
            String company,
            String line1,
            String line2,
            String city,
            String state,
            String postalCode,
            String country) {
        boolean isBox() {
            String street = (line1 + " " + line2).toLowerCase(Locale.ROOT);
            boolean military = country.equals("US") && state.matches("A[AEP]");
            return military || BOX.matcher(street).find();
        }

        boolean isComplete() {
            return !name.isBlank()
                    && !line1.isBlank()
                    && !city.isBlank()
                    && country.matches("[A-Z]{2}");
        }
    }

    /**
     * @throws LabServer.BadRequest naming the value that is missing or out of range
     */
    static CarrierParcel read(JsonNode body) {
        return new CarrierParcel(
                body.path("reference").asText(),
                party(body.path("from")),
                party(body.path("to")),
                number(body, "weightGrams"),
                number(body, "lengthMm"),
                number(body, "widthMm"),
                number(body, "heightMm"));
    }

    private static Party party(JsonNode node) {
        return new Party(
                node.path("name").asText(),
                node.path("company").asText(),
                node.path("line1").asText(),
                node.path("line2").asText(),
                node.path("city").asText(),
                node.path("state").asText(),
                node.path("postalCode").asText(),
                node.path("country").asText());
    }

    private static int number(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > 1_000_000) {
            throw new LabServer.BadRequest(field + " is a whole number from 1 to 1,000,000");
        }
        return value.intValue();
    }
}

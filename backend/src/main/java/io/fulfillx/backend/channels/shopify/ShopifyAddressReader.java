package io.fulfillx.backend.channels.shopify;

import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads Shopify's shipping address; a missing part becomes an empty text. */
final class ShopifyAddressReader {
    private static final int PART = 255;

    private static final Map<String, String> CODES_BY_NAME = codesByName();

    private static Map<String, String> codesByName() {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(Locale.getISOCountries())
                .forEach(
                        code ->
                                codes.put(
                                        Locale.of("", code).getDisplayCountry(Locale.ENGLISH),
                                        code));
        return codes;
    }

    @Nullable Address read(JsonSpot spot) {
        if (spot.isAbsent()) {
            return null;
        }
        if (!spot.node().isObject()) {
            throw spot.unmet("an object");
        }
        String company = part(spot, "company");
        String province = part(spot, "province_code");
        return new Address(
                name(spot, company),
                company,
                orEmpty(part(spot, "address1")),
                part(spot, "address2"),
                orEmpty(part(spot, "city")),
                province != null ? province : part(spot, "province"),
                part(spot, "zip"),
                country(spot),
                part(spot, "phone"));
    }

    private static String name(JsonSpot spot, @Nullable String company) {
        String whole = part(spot, "name");
        if (whole != null) {
            return whole;
        }
        String first = orEmpty(part(spot, "first_name"));
        String last = orEmpty(part(spot, "last_name"));
        String joined = (first + " " + last).strip();
        return joined.isEmpty() ? orEmpty(company) : joined;
    }

    private static String country(JsonSpot spot) {
        String code = part(spot, "country_code");
        if (code != null) {
            return code.toUpperCase(Locale.ROOT);
        }
        String name = part(spot, "country");
        return name == null ? "" : CODES_BY_NAME.getOrDefault(name, "");
    }

    private static @Nullable String part(JsonSpot spot, String field) {
        return ShopifyOrderReader.text(spot.at(field), PART);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

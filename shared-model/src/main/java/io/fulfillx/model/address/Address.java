package io.fulfillx.model.address;

import org.jspecify.annotations.Nullable;

/**
 * A postal address as the channel gave it, trimmed and free of control characters.
 *
 * @param name who receives it
 * @param countryCode ISO 3166-1 alpha-2, upper case
 * @param postalCode as the country writes it; null where the country has none
 * @param stateCode state or province code, where the country uses one
 */
public record Address(
        String name,
        @Nullable String company,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String stateCode,
        @Nullable String postalCode,
        String countryCode,
        @Nullable String phone) {}

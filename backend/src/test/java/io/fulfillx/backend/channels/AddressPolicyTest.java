package io.fulfillx.backend.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.channels.IntakeProblem.AddressIncomplete;
import io.fulfillx.model.address.Address;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class AddressPolicyTest {
    private final AddressPolicy policy = new AddressPolicy(PostalRules.bundled());

    private List<AddressField> gaps(Address address) {
        return policy.gaps(address).stream().map(AddressIncomplete::field).toList();
    }

    private static Address address(
            String name,
            String line1,
            String city,
            @Nullable String state,
            @Nullable String zip,
            String country) {
        return new Address(name, null, line1, null, city, state, zip, country, null);
    }

    @ParameterizedTest
    @CsvSource({
        "US, OR, 97205",
        "US, OR, 97205-1234",
        "CA, ON, K1A 0B1",
        "CA, ON, K1A0B1",
        "DE,, 10115",
        "JP,, 100-0001",
        "JP,, １００－０００１",
        "GB,, SW1A 1AA",
        "HK,,",
        "AE,,",
        "IE,,",
        "IE,, D02 AF30",
        "XK,, 10000",
        "NL,, 1012 AB",
        "AU, NSW, 2000"
    })
    void acceptsWhatTheCountryWrites(String country, @Nullable String state, @Nullable String zip) {
        assertEquals(List.of(), gaps(address("Ada", "1 Mill Lane", "X-Town", state, zip, country)));
    }

    @ParameterizedTest
    @CsvSource({
        "US, OR,, POSTAL_CODE",
        "US, OR, ABC, POSTAL_CODE",
        "US, OR, 1234, POSTAL_CODE",
        "US, OR, n/a, POSTAL_CODE",
        "US,, 97205, STATE",
        "CA,, K1A 0B1, STATE",
        "AU,, 2000, STATE",
        "DE,,, POSTAL_CODE",
        "GB,,, POSTAL_CODE",
        "JP,, 1234, POSTAL_CODE",
        "UK,, SW1, COUNTRY",
        "ZZ,, 1, COUNTRY",
        "'',, 1, COUNTRY",
        "usa,, 1, COUNTRY"
    })
    void namesThePartThatIsMissing(
            String country, @Nullable String state, @Nullable String zip, AddressField gap) {
        assertEquals(
                List.of(gap), gaps(address("Ada", "1 Mill Lane", "X-Town", state, zip, country)));
    }

    @Test
    void takesPlaceholdersForNothing() {
        assertEquals(
                List.of(AddressField.NAME, AddressField.LINE1, AddressField.CITY),
                gaps(address("null", "-", " N/A ", null, "10115", "DE")));
    }

    @Test
    void keepsNamesThatLookOdd() {
        assertEquals(List.of(), gaps(address("Na", "1 Weg", "Y", null, "10115", "DE")));
    }
}

package io.fulfillx.backend.channels;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.address.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoBoxTest {
    private static Address at(String line1, String city, String country) {
        return new Address("A", null, line1, null, city, null, "1", country, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PO Box 12",
                "P.O. Box 12",
                "p o box 12",
                "POBOX 7",
                "Post Office Box 9",
                "Postfach 10 20 30",
                "Apartado 55",
                "Apdo. 55",
                "私書箱12号",
                "BP 45",
                "B.P. 45",
                "Boîte postale 3",
                "Casella Postale 8",
                "Packstation 101",
                "Locked Bag 20",
                "Postbus 1",
                "POB 44"
            })
    void seesABoxInManyLanguages(String line) {
        assertTrue(PoBox.isPoBox(at(line, "X", "DE")), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 Boxwood Road",
                "5 Post Road",
                "BP House, 3 King St",
                "Posthof 3",
                "7 Via Po",
                "千代田1-1",
                "Calle Apartadero 5"
            })
    void leavesStreetsAlone(String line) {
        assertFalse(PoBox.isPoBox(at(line, "X", "DE")), line);
    }

    @Test
    void seesMilitaryPost() {
        assertTrue(PoBox.isPoBox(at("Unit 2050", "APO", "US")));
        assertFalse(PoBox.isPoBox(at("Unit 2050", "Apopka", "US")));
    }
}

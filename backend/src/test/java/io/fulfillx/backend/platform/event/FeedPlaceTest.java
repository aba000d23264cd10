package io.fulfillx.backend.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedPlaceTest {
    private static final String A = ".00000000-0000-0000-0000-00000000000a";
    private static final String B = ".80000000-0000-0000-0000-00000000000b";

    @ParameterizedTest
    @CsvSource({
        "7-10-2,     7-10-2,     true,  the end of that very page",
        "7-10-3,     7-10-2,     true,  a later page of the same transaction",
        "7-11-0,     7-10-2,     true,  a later page although that one was lost",
        "7-10-1,     7-10-2,     false, an earlier page",
        "7-9-5,      7-10-2,     false, an earlier transaction although its text is greater",
        "8-11-0,     7-10-2,     false, another history of the database",
        "7-10-0" + B + ", 7-10-0" + A + ", true,  a later page of the beginning",
        "7-10-0" + A + ", 7-10-0" + B + ", false, an earlier page of the beginning",
        "7-10-0,     7-10-0" + A + ", true,  who follows took all of the beginning",
        "7-10-0" + A + ", 7-10-0,     false, the beginning is not over",
        "nonsense,   7-10-2,     false, no place at all"
    })
    void whoGoesOnFromAPlaceWasToldAllBeforeIt(
            String place, String told, boolean reaches, String why) {
        assertEquals(reaches, FeedPlace.reaches(place, told), why);
    }
}

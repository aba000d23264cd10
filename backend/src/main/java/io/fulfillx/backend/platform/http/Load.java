package io.fulfillx.backend.platform.http;

import java.util.Locale;

/** What a request is to the server; each kind has a share of the house of its own. */
enum Load {
    READ,
    CHANGE,
    /** The stations' feed and commands: they go on working when people and shops ask too much. */
    STATION;

    private static final String STATION_ROLE = "station";

    static Load of(Route route) {
        if (route.access().roles().contains(STATION_ROLE)) {
            return STATION;
        }
        return route.method().equals("GET") ? READ : CHANGE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

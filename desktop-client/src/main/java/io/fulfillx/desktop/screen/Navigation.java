package io.fulfillx.desktop.screen;

import io.fulfillx.model.station.OperatorCard;

/** Moves between places. Safe from any thread. */
public interface Navigation {
    void go(Place place);

    void signedIn(OperatorCard operator);

    void signOut();
}

package io.fulfillx.launcher.station;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.ServerLine;

/** A house with two stations, in which a history is played by its numbers. */
interface PlayedHouse extends AutoCloseable {
    StationStore store(int station);

    ServerLine line(int station);

    /** An order of one parcel with so many units, labelled and given to the station. */
    void order(int station, int units);

    /** Whether the parcel of that order, counted from 1, has left. */
    boolean isPacked(int order);

    void cancel(int order);

    void hold(int order);

    /** Ends all holds of the order. */
    void release(int order);

    /** A lead with the tote in their hands gives the parcel to the station. */
    void move(int order, int station);

    @Override
    void close();
}

package io.fulfillx.launcher.station;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.ServerLine;

/** A house with two stations, in which a history is played. Orders are numbered from 1. */
public interface PlayedHouse extends AutoCloseable {
    StationStore store(int station);

    ServerLine line(int station);

    /**
     * An order of one parcel with so many units, labelled and given to the station.
     *
     * @return its number
     */
    int order(int station, int units);

    /** Whether the order's parcel has left. */
    boolean isPacked(int order);

    /** Asks to give the order up, if that can be asked. */
    void cancel(int order);

    /** Holds the order, if it can be held. */
    void hold(int order);

    /** Ends all holds of the order. */
    void release(int order);

    /** A lead with the tote in their hands gives the parcel to the station, if that may be. */
    void move(int order, int station);

    /** Waits until stations would hear of all that was decided. */
    void settle();

    @Override
    void close();
}

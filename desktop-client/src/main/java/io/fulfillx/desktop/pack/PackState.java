package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;

import java.util.Optional;

/**
 * What the pack screen shows.
 *
 * @param open the parcel on the bench; its work holds the verified counts
 * @param carton the chosen carton, else the suggested one
 * @param expectedWeight of the items and the carton shown
 * @param multiplier units the next scan counts for
 * @param printProblem why the label did not come out, or the sentence about what the printer waits
 *     for in phase PRINTING
 */
public record PackState(
        PackPhase phase,
        Optional<StoredJob> open,
        Optional<CartonChoice> carton,
        Weight expectedWeight,
        int multiplier,
        Optional<String> printProblem) {}

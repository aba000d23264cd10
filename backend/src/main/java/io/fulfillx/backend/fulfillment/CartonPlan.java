package io.fulfillx.backend.fulfillment;

import java.util.List;

/** How an order is to be packed, or why it cannot be. */
public sealed interface CartonPlan {

    /** Every unit is in exactly one parcel. */
    record Planned(List<PlannedParcel> parcels) implements CartonPlan {
        public Planned {
            parcels = List.copyOf(parcels);
        }
    }

    /** A single unit is heavier than the carrier takes. */
    record TooHeavy(String lineId, String detail) implements CartonPlan {}

    /** A single unit is longer than the carrier takes. */
    record TooLarge(String lineId, String detail) implements CartonPlan {}
}

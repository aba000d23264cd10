package io.fulfillx.backend.carriers;

import io.fulfillx.model.label.TrackingNumber;

import java.net.URI;
import java.util.function.Function;

/**
 * One carrier and what it can do.
 *
 * @param code its name in configuration and records
 * @param displayName as buyers know it
 * @param trackingPage where a buyer follows a parcel
 */
public record Carrier(
        String code,
        String displayName,
        RatesParcels rates,
        BuysLabels buys,
        FindsLabels finds,
        VoidsLabels voids,
        ClosesManifests manifests,
        Function<TrackingNumber, URI> trackingPage) {}

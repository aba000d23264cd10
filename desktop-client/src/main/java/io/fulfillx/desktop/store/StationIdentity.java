package io.fulfillx.desktop.store;

import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;

/**
 * What enrolment gave this station. The secret signs it in; it never leaves the store but to the
 * server.
 */
public record StationIdentity(
        OrgId orgId, StationId stationId, String stationName, String organization, String secret) {
    @Override
    public String toString() {
        return "StationIdentity[" + stationName + ", " + stationId + ", " + organization + "]";
    }
}

package io.fulfillx.model.sync;

import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;

/**
 * What the station keeps to sign in from now on.
 *
 * @param secret shown once; the server stores only its hash
 */
public record EnrolReply(OrgId orgId, StationId stationId, String stationName, String secret) {}

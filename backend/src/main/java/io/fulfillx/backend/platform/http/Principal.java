package io.fulfillx.backend.platform.http;

import io.fulfillx.model.id.OrgId;

import java.util.UUID;

/**
 * Who calls, proved by an access token.
 *
 * @param subject the user's or station's id
 */
public record Principal(OrgId org, UUID subject, String role) {}

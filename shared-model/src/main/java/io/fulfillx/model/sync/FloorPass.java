package io.fulfillx.model.sync;

/**
 * What somebody signed in at a station may do with the stations, for a short time.
 *
 * @param manager whether they may also take stations out and let new ones in
 */
public record FloorPass(String accessToken, long expiresInSeconds, boolean manager) {}

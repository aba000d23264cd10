package io.fulfillx.backend.platform.http;

/**
 * What makes a change happen once.
 *
 * @param route method and path, so that one key may be used on two routes
 * @param key the caller's Idempotency-Key
 * @param bodyHash SHA-256 of the request's body
 */
record Keyed(String route, String key, String bodyHash) {
    /** Route and key, which name a change in its organisation. */
    record Name(String route, String key) {}

    Name name() {
        return new Name(route, key);
    }
}

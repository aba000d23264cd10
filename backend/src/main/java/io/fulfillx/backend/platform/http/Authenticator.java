package io.fulfillx.backend.platform.http;

/** Proves a caller. */
@FunctionalInterface
public interface Authenticator {
    /**
     * @param bearerToken what stood after "Bearer "
     * @throws io.fulfillx.backend.platform.Fault UNAUTHENTICATED when it proves nobody
     */
    Principal authenticate(String bearerToken);
}

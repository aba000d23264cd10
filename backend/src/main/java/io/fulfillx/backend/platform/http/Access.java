package io.fulfillx.backend.platform.http;

import java.util.Set;

/**
 * Who may call a route. There is no default: a route without an access does not compile.
 *
 * @param open true when no token is asked for
 * @param roles names of the roles that may call
 */
public record Access(boolean open, Set<String> roles) {
    public Access {
        roles = Set.copyOf(roles);
    }

    /** The route proves its caller in another way (a signature, a password) or is public. */
    public static Access everyone() {
        return new Access(true, Set.of());
    }

    public static Access of(String... roles) {
        return new Access(false, Set.of(roles));
    }
}

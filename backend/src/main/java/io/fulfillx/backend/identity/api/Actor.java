package io.fulfillx.backend.identity.api;

import io.fulfillx.backend.platform.http.Call;

/** Names who did something, for histories and ledgers: {@code manager:<user id>}. */
public final class Actor {
    /** The program itself, without a person behind it. */
    public static final String SYSTEM = "system";

    private Actor() {}

    public static String of(Call call) {
        return call.principal().role() + ":" + call.principal().subject();
    }
}

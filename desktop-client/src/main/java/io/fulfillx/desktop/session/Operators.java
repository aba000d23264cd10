package io.fulfillx.desktop.session;

import io.fulfillx.model.code.BadgeCode;

/** Lets operators in from the roster on this station's disk, so it works with the network down. */
public interface Operators {
    SignIn byBadge(BadgeCode badge);

    SignIn byPin(String name, String pin);
}

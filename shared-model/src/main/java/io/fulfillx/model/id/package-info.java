/** Identities. All are UUIDv7 and made by whoever creates the thing, before any network. */
@NullMarked
package io.fulfillx.model.id;

import org.jspecify.annotations.NullMarked;

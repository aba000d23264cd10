/** Passwords, tokens and sealed secrets. */
@NullMarked
package io.fulfillx.backend.platform.crypto;

import org.jspecify.annotations.NullMarked;

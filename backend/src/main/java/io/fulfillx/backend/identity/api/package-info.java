/** What other features may know of identity. */
@NullMarked
package io.fulfillx.backend.identity.api;

import org.jspecify.annotations.NullMarked;

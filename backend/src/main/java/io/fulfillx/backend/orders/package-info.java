/** Orders from intake to shipped: duplicates, holds, notes, history, cancel, tracking. */
@NullMarked
package io.fulfillx.backend.orders;

import org.jspecify.annotations.NullMarked;

/** Tests through the running server. */
@NullMarked
package io.fulfillx.backend.orders.duplicates;

import org.jspecify.annotations.NullMarked;

/** Tests through the running server. */
@NullMarked
package io.fulfillx.backend.orders.bulk;

import org.jspecify.annotations.NullMarked;

/** Tests of orders through the running server. */
@NullMarked
package io.fulfillx.backend.orders;

import org.jspecify.annotations.NullMarked;

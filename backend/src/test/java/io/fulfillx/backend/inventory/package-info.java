/** Tests of inventory through the running server. */
@NullMarked
package io.fulfillx.backend.inventory;

import org.jspecify.annotations.NullMarked;

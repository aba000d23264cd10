/** What other features see of the stock. */
@NullMarked
package io.fulfillx.backend.inventory.api;

import org.jspecify.annotations.NullMarked;

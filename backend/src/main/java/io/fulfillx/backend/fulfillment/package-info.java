/** From lines to parcels: cartonization. The policies here are pure. */
@NullMarked
package io.fulfillx.backend.fulfillment;

import org.jspecify.annotations.NullMarked;

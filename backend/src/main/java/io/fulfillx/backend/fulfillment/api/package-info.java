/** What other features may know of waves and parcels. */
@NullMarked
package io.fulfillx.backend.fulfillment.api;

import org.jspecify.annotations.NullMarked;

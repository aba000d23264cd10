/** Which station may work on a parcel, and how it passes on to another. */
@NullMarked
package io.fulfillx.backend.fulfillment.claims;

import org.jspecify.annotations.NullMarked;

/** Stations: jobs down, confirmed acts up. */
@NullMarked
package io.fulfillx.backend.sync;

import org.jspecify.annotations.NullMarked;

/** The carrier simulator as a carrier: the first one behind the capability interfaces. */
@NullMarked
package io.fulfillx.backend.carriers.simulator;

import org.jspecify.annotations.NullMarked;

/** A device's side of the wire, for tests and simulators: what a driver opens leads here. */
@NullMarked
package io.fulfillx.device.virtual;

import org.jspecify.annotations.NullMarked;

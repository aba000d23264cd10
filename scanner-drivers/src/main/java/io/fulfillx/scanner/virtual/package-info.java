/**
 * Scanners and scales without hardware, for tests and trials: each plays the device's side of its
 * wire.
 */
@NullMarked
package io.fulfillx.scanner.virtual;

import org.jspecify.annotations.NullMarked;

/** A scale at the end of a serial line, a network connection or a USB cable. */
@NullMarked
package io.fulfillx.scanner.scale.wire;

import org.jspecify.annotations.NullMarked;

/** Scanners that send a stream of bytes: on a serial port or in the network. */
@NullMarked
package io.fulfillx.scanner.serial;

import org.jspecify.annotations.NullMarked;

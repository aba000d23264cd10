/** Scanners on a serial port. */
@NullMarked
package io.fulfillx.scanner.serial;

import org.jspecify.annotations.NullMarked;

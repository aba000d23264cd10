/** Scanners of the USB class "HID POS", usage page 0x8C. */
@NullMarked
package io.fulfillx.scanner.hid;

import org.jspecify.annotations.NullMarked;

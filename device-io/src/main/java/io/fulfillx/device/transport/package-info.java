/** Ways to carry bytes to a device and back: serial, TCP, USB printers, spoolers and files. */
@NullMarked
package io.fulfillx.device.transport;

import org.jspecify.annotations.NullMarked;

/** What a device of the USB "human interface" class says about its own reports. No I/O. */
@NullMarked
package io.fulfillx.device.hid;

import org.jspecify.annotations.NullMarked;

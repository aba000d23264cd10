/** Commands about scanners, scales and what a scan says. */
@NullMarked
package io.fulfillx.launcher.scanning;

import org.jspecify.annotations.NullMarked;

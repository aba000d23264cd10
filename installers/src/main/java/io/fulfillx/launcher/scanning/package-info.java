/** Commands about scanners and scales. */
@NullMarked
package io.fulfillx.launcher.scanning;

import org.jspecify.annotations.NullMarked;

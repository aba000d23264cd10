/** Commands about scales, against virtual ones. */
@NullMarked
package io.fulfillx.launcher.scanning;

import org.jspecify.annotations.NullMarked;

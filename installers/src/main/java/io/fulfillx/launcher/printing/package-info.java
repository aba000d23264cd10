/** Commands about printers and labels. */
@NullMarked
package io.fulfillx.launcher.printing;

import org.jspecify.annotations.NullMarked;

/** Commands about printers, against virtual ones. */
@NullMarked
package io.fulfillx.launcher.printing;

import org.jspecify.annotations.NullMarked;

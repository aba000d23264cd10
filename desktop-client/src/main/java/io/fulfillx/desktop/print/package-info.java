/** The station's printers and the durable record of what was sent to them. */
@NullMarked
package io.fulfillx.desktop.print;

import org.jspecify.annotations.NullMarked;

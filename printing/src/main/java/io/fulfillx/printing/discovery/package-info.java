/** Which printers are plugged in, and how each is told from its twin. */
@NullMarked
package io.fulfillx.printing.discovery;

import org.jspecify.annotations.NullMarked;

/** Ways to carry bytes to a printer and back. */
@NullMarked
package io.fulfillx.printing.transport;

import org.jspecify.annotations.NullMarked;

/** Scanners that pretend to be a keyboard. */
@NullMarked
package io.fulfillx.scanner.wedge;

import org.jspecify.annotations.NullMarked;

/** A bench without hardware: scanners and scales to be driven by tests and by hand. */
@NullMarked
package io.fulfillx.scanner.virtual;

import org.jspecify.annotations.NullMarked;

/** Printable sheets of our own barcodes. */
@NullMarked
package io.fulfillx.printing.sheet;

import org.jspecify.annotations.NullMarked;

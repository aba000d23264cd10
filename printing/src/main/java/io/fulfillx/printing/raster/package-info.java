/** Dots: a label as the print head sees it, its size and its resolution. */
@NullMarked
package io.fulfillx.printing.raster;

import org.jspecify.annotations.NullMarked;

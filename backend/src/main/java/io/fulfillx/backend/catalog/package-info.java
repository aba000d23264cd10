/** Items, their barcodes, cartons and locations. */
@NullMarked
package io.fulfillx.backend.catalog;

import org.jspecify.annotations.NullMarked;

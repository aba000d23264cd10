/** Our own barcodes: totes, locations, badges, cartons and commands. */
@NullMarked
package io.fulfillx.model.code;

import org.jspecify.annotations.NullMarked;

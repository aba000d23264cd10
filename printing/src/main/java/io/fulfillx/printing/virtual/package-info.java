/** Printers made of software, for demos and tests. */
@NullMarked
package io.fulfillx.printing.virtual;

import org.jspecify.annotations.NullMarked;

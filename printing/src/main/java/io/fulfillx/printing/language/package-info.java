/** Printer languages: writing our own labels, checking those of others, reading status. */
@NullMarked
package io.fulfillx.printing.language;

import org.jspecify.annotations.NullMarked;

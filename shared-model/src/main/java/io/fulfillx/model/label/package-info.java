/** Bought labels and their printable documents. */
@NullMarked
package io.fulfillx.model.label;

import org.jspecify.annotations.NullMarked;

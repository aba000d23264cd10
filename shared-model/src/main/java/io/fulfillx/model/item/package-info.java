/** What is sold and stocked, by its standard names. */
@NullMarked
package io.fulfillx.model.item;

import org.jspecify.annotations.NullMarked;

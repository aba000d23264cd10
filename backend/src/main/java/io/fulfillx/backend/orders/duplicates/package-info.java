/** Orders that look like the same one placed twice. */
@NullMarked
package io.fulfillx.backend.orders.duplicates;

import org.jspecify.annotations.NullMarked;

/** What a scale says, whatever its make: weights in grams, and why there is none. */
@NullMarked
package io.fulfillx.scanner.scale;

import org.jspecify.annotations.NullMarked;

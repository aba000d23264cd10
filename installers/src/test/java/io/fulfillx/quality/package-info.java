/** The rules of the house as tests: each says in words what it found and why it matters. */
@NullMarked
package io.fulfillx.quality;

import org.jspecify.annotations.NullMarked;

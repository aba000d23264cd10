/** What a carrier can do, one small interface per ability, and the catalog of carriers. */
@NullMarked
package io.fulfillx.backend.carriers;

import org.jspecify.annotations.NullMarked;

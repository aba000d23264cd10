/** Postal addresses. */
@NullMarked
package io.fulfillx.model.address;

import org.jspecify.annotations.NullMarked;

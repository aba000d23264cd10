/** Documents by key. */
@NullMarked
package io.fulfillx.backend.platform.blob;

import org.jspecify.annotations.NullMarked;

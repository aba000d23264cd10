/** Tests of catalog through the running server. */
@NullMarked
package io.fulfillx.backend.catalog;

import org.jspecify.annotations.NullMarked;

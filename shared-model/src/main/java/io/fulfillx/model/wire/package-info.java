/** JSON for everything that crosses between server and station. */
@NullMarked
package io.fulfillx.model.wire;

import org.jspecify.annotations.NullMarked;

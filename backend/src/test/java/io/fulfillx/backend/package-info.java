/** The running server, as its clients see it. */
@NullMarked
package io.fulfillx.backend;

import org.jspecify.annotations.NullMarked;

/** State machines as tables that can be read, walked and asked. */
@NullMarked
package io.fulfillx.backend.platform.state;

import org.jspecify.annotations.NullMarked;

/** Redis: short-lived counters and pokes between processes. */
@NullMarked
package io.fulfillx.backend.platform.cache;

import org.jspecify.annotations.NullMarked;

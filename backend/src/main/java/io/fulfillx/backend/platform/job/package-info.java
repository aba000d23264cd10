/** Bounded, repeated background work. */
@NullMarked
package io.fulfillx.backend.platform.job;

import org.jspecify.annotations.NullMarked;

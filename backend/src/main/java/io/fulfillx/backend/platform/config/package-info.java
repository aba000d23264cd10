/** Settings from file, environment and flags. */
@NullMarked
package io.fulfillx.backend.platform.config;

import org.jspecify.annotations.NullMarked;

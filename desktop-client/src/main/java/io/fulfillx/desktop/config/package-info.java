/** What a station is told at start, and writes back from its settings. */
@NullMarked
package io.fulfillx.desktop.config;

import org.jspecify.annotations.NullMarked;

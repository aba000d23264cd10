/** A whole packing station without its window, wired by hand. */
@NullMarked
package io.fulfillx.desktop.bench;

import org.jspecify.annotations.NullMarked;

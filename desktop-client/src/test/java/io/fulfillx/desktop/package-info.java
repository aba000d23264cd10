/** Shared fixtures of the station's tests. */
@NullMarked
package io.fulfillx.desktop;

import org.jspecify.annotations.NullMarked;

/** Picking one order or several into totes, without a window. */
@NullMarked
package io.fulfillx.desktop.pick;

import org.jspecify.annotations.NullMarked;

/** Packing one parcel: verify, carton, weight, label. Without a window. */
@NullMarked
package io.fulfillx.desktop.pack;

import org.jspecify.annotations.NullMarked;

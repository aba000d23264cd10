/** Who works at the station, and the shape of every answer a screen gets. */
@NullMarked
package io.fulfillx.desktop.session;

import org.jspecify.annotations.NullMarked;

/** The words of the station, in every language it speaks. */
@NullMarked
package io.fulfillx.desktop.text;

import org.jspecify.annotations.NullMarked;

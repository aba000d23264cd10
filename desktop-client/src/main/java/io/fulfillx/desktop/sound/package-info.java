/** Tones made on the spot; the station carries no sound files. */
@NullMarked
package io.fulfillx.desktop.sound;

import org.jspecify.annotations.NullMarked;

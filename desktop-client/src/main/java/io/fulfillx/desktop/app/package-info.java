/** The program: start, wiring, navigation, and the one bridge to the FX thread. */
@NullMarked
package io.fulfillx.desktop.app;

import org.jspecify.annotations.NullMarked;

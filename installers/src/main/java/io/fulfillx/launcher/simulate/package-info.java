/** Plays server and stations on one thread from one seed, and looks whether promises hold. */
@NullMarked
package io.fulfillx.launcher.simulate;

import org.jspecify.annotations.NullMarked;

/** Whole shifts through the real programs, undisturbed and disturbed. */
@NullMarked
package io.fulfillx.launcher.demo;

import org.jspecify.annotations.NullMarked;

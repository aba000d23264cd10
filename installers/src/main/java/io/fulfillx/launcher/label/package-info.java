/** Labels on the command line: encode, look at, check, print. */
@NullMarked
package io.fulfillx.launcher.label;

import org.jspecify.annotations.NullMarked;

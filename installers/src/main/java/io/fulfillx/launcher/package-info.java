/** The commands of {@code ./fulfillx}. */
@NullMarked
package io.fulfillx.launcher;

import org.jspecify.annotations.NullMarked;

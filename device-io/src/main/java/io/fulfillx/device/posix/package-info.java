/** Terminals and printer ports by the C library's own calls: Linux, no native code of ours. */
@NullMarked
package io.fulfillx.device.posix;

import org.jspecify.annotations.NullMarked;

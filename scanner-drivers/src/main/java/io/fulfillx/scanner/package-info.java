/** Scans from any device, and the one inbox they end in. */
@NullMarked
package io.fulfillx.scanner;

import org.jspecify.annotations.NullMarked;

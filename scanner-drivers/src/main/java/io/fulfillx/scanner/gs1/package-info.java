/** GS1 element strings. */
@NullMarked
package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.NullMarked;

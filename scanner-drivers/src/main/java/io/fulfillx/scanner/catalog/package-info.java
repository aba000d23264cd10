/** Every kind of device by its address, and what is plugged in. */
@NullMarked
package io.fulfillx.scanner.catalog;

import org.jspecify.annotations.NullMarked;

/** How each family of scales talks: bytes to readings, without any wire. */
@NullMarked
package io.fulfillx.scanner.scale.protocol;

import org.jspecify.annotations.NullMarked;

/** What a printer would make of its bytes, as a picture. */
@NullMarked
package io.fulfillx.printing.preview;

import org.jspecify.annotations.NullMarked;

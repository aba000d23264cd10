/** Bar codes in a picture: found, read, redrawn on whole dots, and compared with the promise. */
@NullMarked
package io.fulfillx.printing.symbol;

import org.jspecify.annotations.NullMarked;

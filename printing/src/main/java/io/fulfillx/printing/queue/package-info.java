/** One worker per printer: journal first, then bytes, then evidence. */
@NullMarked
package io.fulfillx.printing.queue;

import org.jspecify.annotations.NullMarked;

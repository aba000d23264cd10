/** Measures stock and orders: rates, tails, and that nothing is oversold or lost. */
@NullMarked
package io.fulfillx.launcher.bench.stock;

import org.jspecify.annotations.NullMarked;

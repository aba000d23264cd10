/** The proof that a station's memory outlives power cuts. */
@NullMarked
package io.fulfillx.launcher.bench.offline;

import org.jspecify.annotations.NullMarked;

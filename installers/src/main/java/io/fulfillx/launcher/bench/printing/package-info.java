/** What printing promises, measured; one class a row of the table in the benchmarks page. */
@NullMarked
package io.fulfillx.launcher.bench.printing;

import org.jspecify.annotations.NullMarked;

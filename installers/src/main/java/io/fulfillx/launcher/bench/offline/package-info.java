/** What is promised about work without a network or after a power cut, measured. */
@NullMarked
package io.fulfillx.launcher.bench.offline;

import org.jspecify.annotations.NullMarked;

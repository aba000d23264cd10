/** What is promised about scanners and scales, measured. */
@NullMarked
package io.fulfillx.launcher.bench.scanning;

import org.jspecify.annotations.NullMarked;

/** Tests of the commands about scans. */
@NullMarked
package io.fulfillx.launcher.scanning;

import org.jspecify.annotations.NullMarked;

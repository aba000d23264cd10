/** All scanners in one stream, one scan at a time. */
@NullMarked
package io.fulfillx.desktop.scan;

import org.jspecify.annotations.NullMarked;

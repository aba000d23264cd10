/** A real station store against a real server, in one program. */
@NullMarked
package io.fulfillx.launcher.station;

import org.jspecify.annotations.NullMarked;

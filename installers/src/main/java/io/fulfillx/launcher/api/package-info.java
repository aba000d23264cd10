/** Talking to the server over HTTP, as a web client does. */
@NullMarked
package io.fulfillx.launcher.api;

import org.jspecify.annotations.NullMarked;

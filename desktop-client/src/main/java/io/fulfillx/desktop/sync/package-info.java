/**
 * Talks to the server: enrolment, commands up, the feed down. Nothing on the packing path waits for
 * it.
 */
@NullMarked
package io.fulfillx.desktop.sync;

import org.jspecify.annotations.NullMarked;

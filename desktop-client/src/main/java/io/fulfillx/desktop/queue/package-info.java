/** What waits at this station, as the queue screen shows it. */
@NullMarked
package io.fulfillx.desktop.queue;

import org.jspecify.annotations.NullMarked;

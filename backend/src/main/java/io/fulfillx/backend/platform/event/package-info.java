/** What happened: the outbox to the outside and the feed to the stations. */
@NullMarked
package io.fulfillx.backend.platform.event;

import org.jspecify.annotations.NullMarked;

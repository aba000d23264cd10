/** What a marketplace can do, the order as every channel tells it, and the catalog of channels. */
@NullMarked
package io.fulfillx.backend.channels;

import org.jspecify.annotations.NullMarked;

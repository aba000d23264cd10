/** What other features may know of labels. */
@NullMarked
package io.fulfillx.backend.shipping.api;

import org.jspecify.annotations.NullMarked;

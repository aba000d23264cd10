/** Shopify: signed webhooks in, orders translated, shipments confirmed by the Admin GraphQL API. */
@NullMarked
package io.fulfillx.backend.channels.shopify;

import org.jspecify.annotations.NullMarked;

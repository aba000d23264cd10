/** What other features see of the catalog. */
@NullMarked
package io.fulfillx.backend.catalog.api;

import org.jspecify.annotations.NullMarked;

/** What the decisions about stations' journals and feeds need of the rest of the server. */
@NullMarked
package io.fulfillx.backend.sync.api;

import org.jspecify.annotations.NullMarked;

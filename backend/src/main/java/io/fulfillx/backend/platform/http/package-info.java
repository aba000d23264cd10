/** Routes, access, problems, idempotency: everything the web surface has in common. */
@NullMarked
package io.fulfillx.backend.platform.http;

import org.jspecify.annotations.NullMarked;

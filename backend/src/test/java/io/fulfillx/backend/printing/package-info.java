/** Printers and print batches, on real HTTP, PostgreSQL and virtual printers. */
@NullMarked
package io.fulfillx.backend.printing;

import org.jspecify.annotations.NullMarked;

/** What every feature stands on. Knows no domain word. */
@NullMarked
package io.fulfillx.backend.platform;

import org.jspecify.annotations.NullMarked;

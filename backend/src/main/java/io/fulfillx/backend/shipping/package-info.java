/** Rate choice, label references and the label's life. The policies here are pure. */
@NullMarked
package io.fulfillx.backend.shipping;

import org.jspecify.annotations.NullMarked;

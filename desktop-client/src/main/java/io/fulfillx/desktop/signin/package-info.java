/** Who works here: by badge, or by name and PIN. */
@NullMarked
package io.fulfillx.desktop.signin;

import org.jspecify.annotations.NullMarked;

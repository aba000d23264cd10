@NullMarked
package io.fulfillx.launcher.simulate;

import org.jspecify.annotations.NullMarked;

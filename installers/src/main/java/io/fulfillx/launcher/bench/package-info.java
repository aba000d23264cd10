/** Measurements in one form: name, value, unit, target, met. */
@NullMarked
package io.fulfillx.launcher.bench;

import org.jspecify.annotations.NullMarked;

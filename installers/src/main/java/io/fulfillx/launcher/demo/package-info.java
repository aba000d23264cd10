/** The demo: everything on one machine, and a whole shift through the real station program. */
@NullMarked
package io.fulfillx.launcher.demo;

import org.jspecify.annotations.NullMarked;

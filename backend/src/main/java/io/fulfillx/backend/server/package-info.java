/** The program: roles, wiring, configuration. */
@NullMarked
package io.fulfillx.backend.server;

import org.jspecify.annotations.NullMarked;

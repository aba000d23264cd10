/**
 * The station's durable memory: one SQLite file, one writer, nothing confirmed before it is on
 * disk.
 */
@NullMarked
package io.fulfillx.desktop.store;

import org.jspecify.annotations.NullMarked;

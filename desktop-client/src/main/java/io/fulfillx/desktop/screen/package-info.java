/** What every screen has in common: its name, its shortcuts, and what it does with a scan. */
@NullMarked
package io.fulfillx.desktop.screen;

import org.jspecify.annotations.NullMarked;

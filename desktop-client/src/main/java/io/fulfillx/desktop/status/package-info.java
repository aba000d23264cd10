/** The truth about link, devices and unsent work, for the status bar. */
@NullMarked
package io.fulfillx.desktop.status;

import org.jspecify.annotations.NullMarked;

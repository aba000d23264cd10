/** How the station looks: colours, icons, and the controls that several screens share. */
@NullMarked
package io.fulfillx.desktop.theme;

import org.jspecify.annotations.NullMarked;

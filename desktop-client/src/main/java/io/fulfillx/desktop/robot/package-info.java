/** A packer made of software: it works the real window with scans and keys, and looks at it. */
@NullMarked
package io.fulfillx.desktop.robot;

import org.jspecify.annotations.NullMarked;

/** What is to be done by hand at this station after a conflict, one thing after the other. */
@NullMarked
package io.fulfillx.desktop.tasks;

import org.jspecify.annotations.NullMarked;

/** A wave's labels, printed ahead in pick order: progress, pause, and what became of each. */
@NullMarked
package io.fulfillx.desktop.labels;

import org.jspecify.annotations.NullMarked;

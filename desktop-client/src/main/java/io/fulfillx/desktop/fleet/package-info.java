/** All stations of the house, as a lead or manager looks after them from one of them. */
@NullMarked
package io.fulfillx.desktop.fleet;

import org.jspecify.annotations.NullMarked;

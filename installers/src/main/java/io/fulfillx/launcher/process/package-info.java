/** Starting, watching and ending the programs of FulfillX as processes of their own. */
@NullMarked
package io.fulfillx.launcher.process;

import org.jspecify.annotations.NullMarked;

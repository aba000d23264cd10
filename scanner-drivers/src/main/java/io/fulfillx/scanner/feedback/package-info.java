/** What scanners can be told, in the words of their makers. */
@NullMarked
package io.fulfillx.scanner.feedback;

import org.jspecify.annotations.NullMarked;

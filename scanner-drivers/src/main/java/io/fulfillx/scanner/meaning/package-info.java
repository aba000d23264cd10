/** What a scan stands for. */
@NullMarked
package io.fulfillx.scanner.meaning;

import org.jspecify.annotations.NullMarked;

/** Any wire that scans come over: opened, listened to, lost and found again. */
@NullMarked
package io.fulfillx.scanner.port;

import org.jspecify.annotations.NullMarked;

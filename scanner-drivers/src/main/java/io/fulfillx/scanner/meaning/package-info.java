/**
 * What a scan stands for: one of our own codes, something sold, a carrier's parcel, a shipping
 * unit, or nothing.
 */
@NullMarked
package io.fulfillx.scanner.meaning;

import org.jspecify.annotations.NullMarked;

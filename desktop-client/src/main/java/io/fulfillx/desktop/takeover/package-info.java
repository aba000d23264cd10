/** A lead fetches a parcel from another station: one question, one scan. */
@NullMarked
package io.fulfillx.desktop.takeover;

import org.jspecify.annotations.NullMarked;

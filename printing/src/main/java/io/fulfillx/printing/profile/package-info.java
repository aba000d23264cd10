/** What a printer model is: language, resolution, media, speed, quirks. */
@NullMarked
package io.fulfillx.printing.profile;

import org.jspecify.annotations.NullMarked;

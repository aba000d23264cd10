/** Devices, looks, language, the sheet of command barcodes, and the tie to the server. */
@NullMarked
package io.fulfillx.desktop.settings;

import org.jspecify.annotations.NullMarked;

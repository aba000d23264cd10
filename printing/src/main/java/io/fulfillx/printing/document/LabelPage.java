package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.GrayImage;

/**
 * One label found on a page.
 *
 * @param dots as large as the media
 * @param detail the same in shades, finer by the factor in both directions
 * @param finer pixels of the detail for one dot, 1 and up
 */
record LabelPage(Bitmap dots, GrayImage detail, int finer) {}

package io.fulfillx.printing.document;

/**
 * A label on a page, in the page's units.
 *
 * @param content the box around its ink
 * @param paper the label with its margins: the page itself if that is a label, else the content
 */
record Region(Box content, Box paper) {}

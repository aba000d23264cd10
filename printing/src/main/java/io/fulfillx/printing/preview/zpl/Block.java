package io.fulfillx.printing.preview.zpl;

/**
 * A field of several lines.
 *
 * @param width in dots
 * @param lines at most; what is left is printed over the last one
 * @param spacing dots added to each line
 * @param justification L, C, R or J
 * @param indent of all lines but the first, in dots
 * @param cut whether what does not fit in is left out, as in a text block
 */
record Block(int width, int lines, int spacing, char justification, int indent, boolean cut) {}

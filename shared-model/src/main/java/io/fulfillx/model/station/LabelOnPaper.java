package io.fulfillx.model.station;

/**
 * A sheet of a parcel's label that the server had printed, so that the station asks for it instead
 * of printing another.
 *
 * @param printer the name of the printer it came out of, or comes out of
 * @param copy 1 for the first sheet of the label
 * @param certain false while it is on its way, or when nobody knows whether it came out
 */
public record LabelOnPaper(String printer, int copy, boolean certain) {}

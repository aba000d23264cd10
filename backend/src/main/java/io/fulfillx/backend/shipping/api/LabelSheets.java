package io.fulfillx.backend.shipping.api;

/**
 * Sheets of one label that are known to be on paper.
 *
 * @param all of stations and of the server
 * @param ofStations those that a station has printed or looked at
 */
public record LabelSheets(int all, int ofStations) {}

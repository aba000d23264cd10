package io.fulfillx.printing.profile;

import java.net.URI;

/**
 * One printer at its place.
 *
 * @param address where it is reached, without anything about its model
 */
public record Printer(URI address, PrinterProfile profile) {}

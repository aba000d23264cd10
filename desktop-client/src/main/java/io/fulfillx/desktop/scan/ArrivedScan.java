package io.fulfillx.desktop.scan;

import io.fulfillx.scanner.Scan;

/**
 * A scan and the moment its last character was here.
 *
 * @param nanoTime by System.nanoTime, which no clock change disturbs
 */
public record ArrivedScan(Scan scan, long nanoTime) {}

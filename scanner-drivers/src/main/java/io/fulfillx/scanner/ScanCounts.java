package io.fulfillx.scanner;

/**
 * What became of the scans so far: {@code received} is the sum of the others.
 *
 * @param waiting those that are neither delivered nor refused yet
 */
public record ScanCounts(
        long received, long delivered, long duplicates, long refused, int waiting) {}

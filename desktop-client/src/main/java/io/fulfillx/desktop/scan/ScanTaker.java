package io.fulfillx.desktop.scan;

import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanListener.Refusal;

/** Who works with the scans. Called on the scans' own thread, one call at a time. */
public interface ScanTaker {
    /** Takes a scan; returns when the answer to it was given. */
    void taken(ArrivedScan scan);

    /** A scan that is not taken, since it was aimed at other work. The packer must be told. */
    void refused(Scan scan, Refusal why);
}

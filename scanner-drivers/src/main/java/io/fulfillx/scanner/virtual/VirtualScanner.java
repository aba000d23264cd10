package io.fulfillx.scanner.virtual;

import java.io.IOException;
import java.time.Duration;

/** A scanner's side of a wire. Bytes go out as they are told, split or garbled if wanted. */
public interface VirtualScanner extends AutoCloseable {
    /** The address under which a driver finds it, the same after each {@link #plugIn}. */
    String address();

    /** The plug goes in, or the scanner is switched on. */
    void plugIn() throws IOException;

    /** The plug is pulled. */
    void unplug() throws IOException;

    /** One barcode is read: as text with AIM identifier, or without. */
    void scan(String text) throws IOException;

    /** Bytes as they are: noise, or a part of a scan. */
    void send(byte[] bytes) throws IOException;

    /** The bytes of one scan, for those who want to split or garble them. */
    byte[] encoded(String text);

    /** What the driver has told it, empty when nothing came in time. */
    byte[] told(Duration wait) throws IOException;

    @Override
    void close() throws IOException;
}

package io.fulfillx.printing.language;

/** How the dots of a picture are packed. A language without a form takes its nearest one. */
public enum RasterForm {
    /** The smallest one, whichever that is for this picture. */
    AUTO,
    /** Plain: hexadecimal in ZPL and CPCL, raw bytes elsewhere. */
    HEX,
    /** Run-length coded. */
    RLE,
    /** Deflated; the printer must have the memory and the firmware. */
    Z64
}

package io.fulfillx.desktop.pack;

/** What the packer is asked for. */
public enum PackPhase {
    /** Nothing on the bench: scan a tote or an order. */
    IDLE,
    SCAN_ITEMS,
    /** DAMAGED was scanned: the next item is the broken one. */
    SCAN_DAMAGED,
    CARTON,
    WEIGHT,
    /** Ready, but nothing was sent to the printer or it did not print. CONFIRM prints. */
    PRINT,
    PRINTING,
    /** The label was printed ahead: put it on the parcel and scan it. */
    SCAN_LABEL,
    /** Nobody knows whether the label came out. */
    ASK_PRINTED
}

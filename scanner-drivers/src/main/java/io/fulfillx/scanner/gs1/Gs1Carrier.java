package io.fulfillx.scanner.gs1;

import java.util.Optional;

/** The bar codes that hold GS1 messages, and how a scanner announces each. */
public enum Gs1Carrier {
    EAN_13("]E0", 13),
    EAN_8("]E4", 8),
    UPC_A("]E0", 12),
    UPC_E("]E0", 12),
    GS1_128("]C1", 0),
    /** With a two-dimensional part. */
    GS1_128_COMPOSITE("]e0", 0),
    DATABAR_OMNI("]e0", 14),
    DATABAR_TRUNCATED("]e0", 14),
    DATABAR_STACKED("]e0", 14),
    DATABAR_STACKED_OMNI("]e0", 14),
    DATABAR_LIMITED("]e0", 14),
    DATABAR_EXPANDED("]e0", 0),
    DATA_MATRIX("]d2", 0),
    QR_CODE("]Q3", 0),
    DOT_CODE("]J1", 0);

    private final String gs1Id;
    private final int digits;

    Gs1Carrier(String gs1Id, int digits) {
        this.gs1Id = gs1Id;
        this.digits = digits;
    }

    /** What a scanner sends in front of a GS1 message. */
    String gs1Id() {
        return gs1Id;
    }

    /** What it sends in front of other data; empty when there can be none. */
    Optional<String> plainId() {
        return switch (this) {
            case DATA_MATRIX -> Optional.of("]d1");
            case QR_CODE -> Optional.of("]Q1");
            case DOT_CODE -> Optional.of("]J0");
            default -> Optional.empty();
        };
    }

    /** How many digits it holds; 0 when it holds more than a GTIN. */
    int digits() {
        return digits;
    }
}

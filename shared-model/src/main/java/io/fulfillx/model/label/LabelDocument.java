package io.fulfillx.model.label;

import java.util.Arrays;
import java.util.Objects;

/**
 * A printable label exactly as the carrier gave it.
 *
 * @param trackingNumber the parcel it belongs to; never changes on a reprint
 * @param content the document's bytes (base64 in JSON)
 */
public record LabelDocument(TrackingNumber trackingNumber, LabelFormat format, byte[] content) {
    public LabelDocument {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelDocument(var number, var otherFormat, var bytes)
                && trackingNumber.equals(number)
                && format == otherFormat
                && Arrays.equals(content, bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(trackingNumber, format, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "LabelDocument["
                + trackingNumber
                + ", "
                + format
                + ", "
                + content.length
                + " bytes]";
    }
}

package io.fulfillx.backend.shipping;

import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Our name of one purchase of one label. The same parcel and attempt always give the same name, so
 * a purchase whose answer was lost can be found at the carrier.
 */
public record LabelReference(String value) {

    /**
     * At most 30 characters that every carrier takes: {@code FX}, 24 hex digits, a dash and the
     * attempt.
     *
     * @param attempt 1 for the first purchase; the next only after the one before surely failed or
     *     was voided
     */
    public static LabelReference of(OrgId org, ParcelId parcel, int attempt) {
        if (attempt < 1 || attempt > 999) {
            throw new IllegalArgumentException("an attempt is 1 to 999");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((org + "/" + parcel).getBytes(StandardCharsets.US_ASCII));
            String name = HexFormat.of().withUpperCase().formatHex(hash, 0, 12);
            return new LabelReference("FX" + name + "-" + attempt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.fulfillx.backend.channels.shopify;

import io.fulfillx.backend.channels.VerifiesWebhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shopify's webhook signature: base64 of HMAC-SHA256 over the raw request body. */
public final class ShopifySignature implements VerifiesWebhooks {
    private static final String ALGORITHM = "HmacSHA256";

    @Override
    public boolean isAuthentic(byte[] rawBody, String signature, String secret) {
        if (secret.isEmpty()) {
            return false;
        }
        byte[] expected = sign(rawBody, secret).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature.strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given);
    }

    /** The text of the {@code X-Shopify-Hmac-Sha256} header. */
    public static String sign(byte[] rawBody, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(rawBody));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}

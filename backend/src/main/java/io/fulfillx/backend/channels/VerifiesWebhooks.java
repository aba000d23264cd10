package io.fulfillx.backend.channels;

/** A channel that signs its webhooks. */
public interface VerifiesWebhooks {

    /**
     * Compares in constant time over the raw body.
     *
     * @param signature the header's text; anything unreadable is simply not valid
     */
    boolean isAuthentic(byte[] rawBody, String signature, String secret);
}

package io.fulfillx.desktop.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps what the store knows of people unreadable without the station's key file: AES-256-GCM, with
 * a nonce of its own for each value and bound to the place it belongs to.
 */
final class Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MARK = "v1:";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(SecretKey key) {
        this.key = key;
    }

    /** Whether the text is of a store from before there were vaults. */
    static boolean isOpen(String stored) {
        return !stored.startsWith(MARK);
    }

    /**
     * @param place what the text belongs to; it does not open in another one
     */
    String seal(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), place);
        byte[] all =
                ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        return MARK + Base64.getEncoder().encodeToString(all);
    }

    /**
     * @throws StoreException when it was changed, moved, or sealed by another key
     */
    String open(String stored, String place) {
        if (isOpen(stored)) {
            return stored;
        }
        ByteBuffer all =
                ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(MARK.length())));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, nonce, sealed, place), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "key-damaged",
                    "What this station knows of "
                            + place
                            + " does not open with its key. Call support.",
                    e);
        }
    }
}

package io.fulfillx.desktop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import javax.crypto.spec.SecretKeySpec;

/**
 * The key pair (Ed25519) by which this station proves what it wrote, and the key of its vault. They
 * are made with the store, lie beside it for their owner only, and never leave the machine.
 */
final class StationKey {
    private static final String NAME = "station.key";
    private static final String KIND = "Ed25519";

    private final PrivateKey secret;
    private final String publicKey;
    private final Vault vault;

    private StationKey(PrivateKey secret, String publicKey, Vault vault) {
        this.secret = secret;
        this.publicKey = publicKey;
        this.vault = vault;
    }

    /**
     * Reads the key of this folder, or makes it.
     *
     * @throws StoreException when the file is there and is no key
     */
    static StationKey of(Path home) {
        Path file = home.resolve(NAME);
        try {
            if (Files.notExists(file)) {
                KeyPair made = KeyPairGenerator.getInstance(KIND).generateKeyPair();
                PrivateFile.write(
                        file,
                        text(made.getPrivate().getEncoded())
                                + "\n"
                                + text(made.getPublic().getEncoded())
                                + "\n"
                                + text(random())
                                + "\n");
            }
            List<String> lines = Files.readAllLines(file);
            PrivateKey secret =
                    KeyFactory.getInstance(KIND)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(lines.getFirst())));
            byte[] ofVault = Base64.getDecoder().decode(lines.get(2));
            return new StationKey(
                    secret, lines.get(1), new Vault(new SecretKeySpec(ofVault, "AES")));
        } catch (IOException e) {
            throw new StoreException(
                    "store-unusable", "The key " + file + " cannot be used: " + e, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new StoreException(
                    "key-damaged",
                    "The key "
                            + file
                            + " is damaged and was not touched. Call support: it is needed to"
                            + " prove the acts in the station's store.",
                    e);
        }
    }

    /** After this nobody can write as this station, or read what it knew of people. */
    static void destroy(Path home) {
        Path file = home.resolve(NAME);
        try {
            if (Files.exists(file)) {
                // The blocks first: a name that is gone may leave them readable.
                PrivateFile.blank(file);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "store-unusable", "The key " + file + " could not be destroyed: " + e, e);
        }
    }

    /** Closes and opens what nobody else is to read. */
    Vault vault() {
        return vault;
    }

    /** X.509 in base64. */
    String publicKey() {
        return publicKey;
    }

    /** In base64. */
    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(KIND);
            signature.initSign(secret);
            signature.update(bytes);
            return text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new StoreException("key-damaged", "The station's key does not sign.", e);
        }
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

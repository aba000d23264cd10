package io.fulfillx.desktop.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

/**
 * The key pair (Ed25519) by which this station proves what it wrote, and the key of its vault. They
 * are made with the store, lie beside it for their owner only, and never leave the machine.
 */
final class StationKey {
    private static final String NAME = "station.key";
    private static final String KIND = "Ed25519";

    private final @Nullable PrivateKey secret;
    private final String publicKey;
    private final Vault vault;

    private StationKey(@Nullable PrivateKey secret, String publicKey, Vault vault) {
        this.secret = secret;
        this.publicKey = publicKey;
        this.vault = vault;
    }

    /** Stands for one that nobody has: what was signed can be read, and nothing written. */
    static StationKey lost() {
        return new StationKey(null, "", new Vault(new SecretKeySpec(random(), "AES")));
    }

    /**
     * Reads the key of this folder, or makes it for a store that has none yet.
     *
     * @param known the public half of the store's key; empty for a store without one
     * @throws StoreException when the store's key is not there and is not to be replaced
     */
    static StationKey of(Path home, Optional<String> known, LostKey lost) {
        Path file = home.resolve(NAME);
        try {
            if (Files.exists(file)) {
                Optional<StationKey> found = read(file);
                if (found.isPresent() && found.get().fits(known)) {
                    return found.get();
                } else if (lost == LostKey.REFUSE) {
                    throw found.isPresent()
                            ? refused("key-of-another", file, "belongs to another store")
                            : Files.isReadable(file)
                                    ? refused("key-damaged", file, "is damaged")
                                    : refused("key-unreadable", file, "is not for this user");
                }
                // Somebody may still find out what was in it.
                Files.move(
                        file,
                        file.resolveSibling(NAME + ".lost"),
                        StandardCopyOption.REPLACE_EXISTING);
            } else if (known.isPresent() && lost == LostKey.REFUSE) {
                throw refused("key-missing", file, "is missing");
            }
            make(file);
            return read(file).orElseThrow();
        } catch (IOException e) {
            throw new StoreException(
                    "store-unusable", "The key " + file + " cannot be used: " + e, e);
        } catch (GeneralSecurityException e) {
            throw new StoreException("key-damaged", "No key can be made here.", e);
        }
    }

    private boolean fits(Optional<String> known) {
        return known.isEmpty() || known.get().equals(publicKey);
    }

    private static StoreException refused(String code, Path file, String what) {
        return new StoreException(
                code,
                "The key "
                        + file
                        + " "
                        + what
                        + ". Without it nobody can read the jobs in the station's store or prove"
                        + " its acts, so it does not open; nothing was touched. Put the file back"
                        + " from a backup. If there is none, a manager makes a new code, and"
                        + " ./fulfillx station --enrol-again CODE goes on with a new key; what was"
                        + " not sent is kept. ./fulfillx journal export FILE takes it out before.");
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
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

    /** Empty when the file holds no key. */
    private static Optional<StationKey> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            PrivateKey secret =
                    KeyFactory.getInstance(KIND)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(lines.getFirst())));
            byte[] ofVault = Base64.getDecoder().decode(lines.get(2));
            return Optional.of(
                    new StationKey(
                            secret, lines.get(1), new Vault(new SecretKeySpec(ofVault, "AES"))));
        } catch (GeneralSecurityException
                | RuntimeException
                | CharacterCodingException
                | AccessDeniedException e) {
            return Optional.empty();
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
        if (secret == null) {
            throw new StoreException("key-missing", "The station's key is lost.");
        }
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

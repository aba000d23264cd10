package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.crypto.SecretFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ed25519 keys that sign the ledger's blocks, from a file with one key a line: its public half and,
 * for a key that may still sign, its private half, both in base64. The first signs; all of them
 * verify, so a new key is put above the old one.
 */
public final class SealKeys {
    private static final String ALGORITHM = "Ed25519";

    private final Map<String, PublicKey> known = new LinkedHashMap<>();
    private final Optional<PrivateKey> signing;
    private final String signingId;

    private SealKeys(String text) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        Optional<PrivateKey> first = Optional.empty();
        String firstId = "";
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] halves = line.strip().split(" ", 2);
            byte[] half = Base64.getDecoder().decode(halves[0]);
            String id = id(half);
            if (known.isEmpty()) {
                firstId = id;
                if (halves.length == 2) {
                    byte[] secret = Base64.getDecoder().decode(halves[1].strip());
                    first = Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
                }
            }
            known.put(id, factory.generatePublic(new X509EncodedKeySpec(half)));
        }
        signing = first;
        signingId = firstId;
    }

    private static String id(byte[] half) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(half);
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /** Reads the file, or makes a key when it is missing. */
    public static SealKeys loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                write(
                        file,
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                                + " "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded()));
            }
            return load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static void write(Path file, String line) throws IOException {
        try {
            SecretFiles.write(file, line);
        } catch (FileAlreadyExistsException e) {
            // Another process of the installation was faster; its key is the one.
        }
    }

    /**
     * @throws IllegalStateException when the file holds no keys
     */
    public static SealKeys load(Path file) {
        try {
            return new SealKeys(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the seal keys cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("no seal keys: " + file, e);
        }
    }

    /** The name of the key that signs. */
    String signingId() {
        return signingId;
    }

    byte[] sign(byte[] hash) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(
                    signing.orElseThrow(
                            () -> new IllegalStateException("the first seal key cannot sign")));
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal key does not sign", e);
        }
    }

    /** False also for a key that is not known. */
    boolean verifies(String keyId, byte[] hash, byte[] signature) {
        PublicKey key = known.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(hash);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

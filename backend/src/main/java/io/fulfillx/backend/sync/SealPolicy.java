package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.sync.RowSeal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whether a row was written by its station, and behind the row before it. */
final class SealPolicy {
    private static final String KIND = "Ed25519";
    private static final String CHAIN_BROKEN = "chain-broken";

    private SealPolicy() {}

    /** Whether the text is a public key by which rows can be proved. */
    static boolean isKey(String text) {
        return key(text).isPresent();
    }

    /**
     * What speaks against the row; empty when nothing does.
     *
     * @param publicKey of the station; empty when it never named one
     * @param head hash of the row before; empty when that one is not to be believed itself, and so
     *     says nothing about this one
     */
    static Optional<Contradicts> doubt(
            Optional<String> publicKey, String epoch, String head, JournalRow row) {
        if (publicKey.isEmpty()) {
            return Optional.empty();
        } else if (row.seal().isEmpty()) {
            return doubt(
                    "not-signed",
                    "The row is not signed, although this station signs its journal. Update the"
                            + " station's program, or enrol the station anew.");
        }
        RowSeal seal = row.seal().get();
        if (!proves(publicKey.get(), row.bytes(epoch), seal.signature())) {
            return doubt(
                    "signature-wrong",
                    "The row's signature is not of this station: it was changed on its way, or"
                            + " another key wrote it. Enrol the station anew.");
        } else if (!head.isEmpty() && !seal.prevHash().equals(head)) {
            return doubt(
                    CHAIN_BROKEN,
                    "The row does not follow the one before it: rows were taken out or changed."
                            + " Look at the station's journal before it is enrolled anew.");
        }
        return Optional.empty();
    }

    /**
     * Whether each row names the one before it and the last one is signed. That one's signature
     * then covers all of them, by their hashes: to look at one signature costs as much as to book
     * an act.
     *
     * @param head as in {@link #doubt}, of the first row
     */
    static boolean isChain(
            Optional<String> publicKey, String epoch, String head, List<JournalRow> rows) {
        String before = head;
        for (JournalRow row : rows) {
            String prevHash = row.seal().map(RowSeal::prevHash).orElse("");
            if (prevHash.isEmpty() || !before.isEmpty() && !prevHash.equals(before)) {
                return false;
            }
            before = row.hash(epoch).orElse("");
        }
        JournalRow last = rows.getLast();
        return publicKey.isPresent()
                && last.seal().isPresent()
                && proves(publicKey.get(), last.bytes(epoch), last.seal().get().signature());
    }

    /** Whether the row is its station's own words, wherever they stand. */
    static boolean isGenuine(Optional<Contradicts> doubt) {
        return doubt.filter(it -> !it.code().equals(CHAIN_BROKEN)).isEmpty();
    }

    private static Optional<Contradicts> doubt(String code, String detail) {
        return Optional.of(new Contradicts(code, detail));
    }

    private static boolean proves(String publicKey, byte[] bytes, String signature) {
        Optional<PublicKey> key = key(publicKey);
        if (key.isEmpty()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(KIND);
            check.initVerify(key.get());
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not even of the form of a signature.
            return false;
        }
    }

    private static Optional<PublicKey> key(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            return Optional.of(
                    KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

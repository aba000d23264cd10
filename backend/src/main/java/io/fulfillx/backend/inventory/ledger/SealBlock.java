package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.model.id.OrgId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One block of the chain: the hashes of its rows in their order, its own hash over these and the
 * block before, and the signature of that.
 */
record SealBlock(
        long number,
        List<Entry> entries,
        Place last,
        byte[] previous,
        byte[] hash,
        byte[] signature,
        String keyId) {
    /** What the first block stands on. */
    static final byte[] NOTHING = new byte[32];

    private static final byte[] DOMAIN =
            "fulfillx stock seal 1".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTRY_BYTES = 48;

    SealBlock {
        entries = List.copyOf(entries);
    }

    /** A row and its hash. */
    record Entry(UUID entryId, byte[] hash) {}

    /** Where a row stands in the order of the chain. */
    record Place(String xid, UUID entryId) {
        static final Place START = new Place("0", new UUID(0, 0));
    }

    /** Binds the organisation, the number and the block before to the root of the rows. */
    static byte[] hash(OrgId org, long number, byte[] previous, List<Entry> entries) {
        MessageDigest digest = sha256();
        digest.update(DOMAIN);
        digest.update(uuid(org.value()));
        digest.update(ByteBuffer.allocate(12).putLong(number).putInt(entries.size()).array());
        digest.update(previous);
        return digest.digest(root(entries));
    }

    /** The root of the Merkle tree, so that one row can be shown without the others. */
    private static byte[] root(List<Entry> entries) {
        List<byte[]> layer = new ArrayList<>();
        for (Entry entry : entries) {
            MessageDigest leaf = sha256();
            leaf.update((byte) 0);
            leaf.update(uuid(entry.entryId()));
            layer.add(leaf.digest(entry.hash()));
        }
        while (layer.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < layer.size(); i += 2) {
                if (i + 1 == layer.size()) {
                    above.add(layer.get(i));
                } else {
                    MessageDigest node = sha256();
                    node.update((byte) 1);
                    node.update(layer.get(i));
                    above.add(node.digest(layer.get(i + 1)));
                }
            }
            layer = above;
        }
        return layer.isEmpty() ? NOTHING : layer.getFirst();
    }

    static byte[] hashOf(byte[] row) {
        return sha256().digest(row);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The entries as they are stored: 16 bytes of id and 32 of hash each. */
    static byte[] packed(List<Entry> entries) {
        ByteBuffer buffer = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
        entries.forEach(entry -> buffer.put(uuid(entry.entryId())).put(entry.hash()));
        return buffer.array();
    }

    static List<Entry> unpacked(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        List<Entry> entries = new ArrayList<>();
        while (buffer.remaining() >= ENTRY_BYTES) {
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            byte[] hash = new byte[32];
            buffer.get(hash);
            entries.add(new Entry(id, hash));
        }
        return entries;
    }
}

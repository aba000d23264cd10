package io.fulfillx.model.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The bytes of a journal row that its signature covers. They follow from the row's meaning alone,
 * never from how its JSON was written, so that every release comes to the same ones, also for a
 * command that it does not know. Big-endian throughout; decision 0023 has them one by one.
 */
public final class RowBytes {
    /** What stands in place of the previous row's hash in the first row of an epoch. */
    public static final String GENESIS = "0".repeat(64);

    private static final byte[] MAGIC = {'F', 'X', 'J', '1'};
    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private RowBytes() {}

    /**
     * What a row says, without its place in the chain.
     *
     * @param command the command's JSON as a tree
     */
    public record Facts(
            long n,
            CommandId commandId,
            OperatorId operatorId,
            Instant recordedAt,
            JsonNode command) {}

    /**
     * @param prevHash lower-case hex of the hash of the row before, or {@link #GENESIS}
     * @throws IllegalArgumentException when the hash is not 32 bytes in hex
     */
    public static byte[] of(String epoch, String prevHash, Facts row) {
        RowBytes written = new RowBytes();
        written.bytes.writeBytes(MAGIC);
        written.text(epoch);
        written.number(row.n());
        written.id(row.commandId().value());
        written.id(row.operatorId().value());
        Instant at = row.recordedAt();
        written.number(at.getEpochSecond());
        written.length(at.getNano());
        byte[] before = HEX.parseHex(prevHash);
        if (before.length != 32) {
            throw new IllegalArgumentException("A hash has 32 bytes.");
        }
        written.bytes.writeBytes(before);
        written.tree(row.command());
        return written.bytes.toByteArray();
    }

    /** Lower-case hex of the SHA-256: the name by which the next row knows this one. */
    public static String hash(byte[] row) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(row));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tree(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                mark('a', node.size());
                node.forEach(this::tree);
            }
            case STRING -> {
                bytes.write('s');
                text(node.textValue());
            }
            case NUMBER -> numeral(node);
            case BOOLEAN -> bytes.write(node.booleanValue() ? 't' : 'f');
            case NULL, MISSING, BINARY, POJO -> bytes.write('n');
        }
    }

    /** Members by name, in the order of their UTF-16 code units. */
    private void object(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        mark('o', members.size());
        members.forEach(
                (name, value) -> {
                    text(name);
                    tree(value);
                });
    }

    private void numeral(JsonNode node) {
        if (node.isIntegralNumber()) {
            bytes.write('i');
            text(node.bigIntegerValue().toString());
        } else {
            bytes.write('d');
            number(Double.doubleToLongBits(node.doubleValue()));
        }
    }

    private void mark(char kind, int size) {
        bytes.write(kind);
        length(size);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        bytes.writeBytes(utf8);
    }

    private void length(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private void number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private void id(UUID id) {
        number(id.getMostSignificantBits());
        number(id.getLeastSignificantBits());
    }
}

package io.fulfillx.printing.discovery;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of DNS (RFC 1035) as asking for a service takes. */
final class DnsMessage {
    static final int POINTER = 12;
    static final int TEXT = 16;
    static final int SERVICE = 33;

    private static final int INTERNET = 1;
    private static final int ANSWER_TO_ME = 0x8000;
    private static final int HEADER_BYTES = 12;
    private static final int COMPRESSED = 0xc0;
    private static final int MOST_LABELS = 64;

    /**
     * A record.
     *
     * @param target the other name of a pointer or service, else empty
     * @param port of a service, else 0
     * @param texts of a text record
     */
    record ResourceRecord(String name, int type, String target, int port, List<String> texts) {}

    private DnsMessage() {}

    static byte[] question(String name) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (String label : name.split("\\.")) {
            message.write(label.length());
            message.writeBytes(label.getBytes(StandardCharsets.UTF_8));
        }
        message.write(0);
        ByteBuffer kind = ByteBuffer.allocate(4);
        kind.putShort((short) POINTER).putShort((short) (INTERNET | ANSWER_TO_ME));
        message.writeBytes(kind.array());
        return message.toByteArray();
    }

    /** The records of an answer that could be read, those before the first broken one. */
    static List<ResourceRecord> records(byte[] answer) {
        List<ResourceRecord> records = new ArrayList<>();
        ByteBuffer message = ByteBuffer.wrap(answer);
        try {
            message.position(4);
            int questions = message.getShort() & 0xffff;
            int count = 0;
            while (message.position() < HEADER_BYTES) {
                count += message.getShort() & 0xffff;
            }
            for (int i = 0; i < questions; i++) {
                name(message);
                message.getInt();
            }
            for (int i = 0; i < count; i++) {
                records.add(next(message));
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            // A cut or forged answer: what came before it may still be of use.
        }
        return records;
    }

    private static ResourceRecord next(ByteBuffer message) {
        String name = name(message);
        int type = message.getShort() & 0xffff;
        message.getShort();
        message.getInt();
        int length = message.getShort() & 0xffff;
        int end = message.position() + length;
        String target = "";
        int port = 0;
        List<String> texts = List.of();
        if (type == POINTER) {
            target = name(message);
        } else if (type == SERVICE) {
            message.getInt();
            port = message.getShort() & 0xffff;
            target = name(message);
        } else if (type == TEXT) {
            texts = texts(message, end);
        }
        message.position(end);
        return new ResourceRecord(name, type, target, port, texts);
    }

    private static List<String> texts(ByteBuffer message, int end) {
        List<String> texts = new ArrayList<>();
        while (message.position() < end) {
            texts.add(text(message));
        }
        return texts;
    }

    private static String text(ByteBuffer message) {
        byte[] bytes = new byte[message.get() & 0xff];
        message.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String name(ByteBuffer message) {
        List<String> labels = new ArrayList<>();
        ByteBuffer at = message;
        for (int i = 0; i < MOST_LABELS; i++) {
            int length = at.get(at.position()) & 0xff;
            if (length >= COMPRESSED) {
                int offset = at.getShort() & 0x3fff;
                at = message.duplicate().position(offset);
            } else if (length == 0) {
                at.get();
                return String.join(".", labels);
            } else {
                labels.add(text(at));
            }
        }
        throw new IllegalArgumentException("a name without end");
    }
}

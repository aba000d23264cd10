package io.fulfillx.printing.language;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects the bytes of a label, text and binary mixed. Not for several threads. */
final class CommandBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Text of which every character is one byte. */
    CommandBytes text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Bytes given as unsigned numbers. */
    CommandBytes octets(int... numbers) {
        for (int number : numbers) {
            bytes.write(number);
        }
        return this;
    }

    CommandBytes raw(byte[] binary) {
        bytes.writeBytes(binary);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}

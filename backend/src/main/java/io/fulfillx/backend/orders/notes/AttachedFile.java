package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.platform.Fault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file that somebody sent in: its kind is read from its own bytes, never believed. */
record AttachedFile(String mediaType, byte[] content) {
    static final int MAX_BYTES = 4_000_000;

    /**
     * @throws Fault INVALID when it is of no kind that is kept, TOO_LARGE when it has too many
     *     bytes
     */
    static AttachedFile read(byte[] content) {
        if (content.length == 0) {
            throw new Fault(Fault.Code.INVALID, "The file is empty.");
        } else if (content.length > MAX_BYTES) {
            throw new Fault(Fault.Code.TOO_LARGE, "An attachment has at most 4,000,000 bytes.");
        }
        return new AttachedFile(kind(content), content);
    }

    private static String kind(byte[] content) {
        if (starts(content, 0, "%PDF-")) {
            return "application/pdf";
        } else if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        } else if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        } else if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
            return "image/webp";
        } else if (isText(content)) {
            return "text/plain; charset=utf-8";
        }
        throw new Fault(
                Fault.Code.INVALID, "An attachment is a PDF, PNG, JPEG or WebP file, or a text.");
    }

    private static boolean starts(byte[] content, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + wanted.length;
        return content.length >= end && Arrays.equals(content, at, end, wanted, 0, wanted.length);
    }

    /** UTF-8 without control characters, those of lines and tables apart. */
    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

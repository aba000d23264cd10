package io.fulfillx.printing.preview;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Splits a stream into lines, blocks of counted bytes and immediate commands. Those are heard
 * inside blocks too, and a picture that happens to contain one suffers it: without that no host
 * could free a printer from a block that was cut off.
 */
final class LineFeeder {
    private static final int LONGEST_LINE = 8 << 20;
    private static final int LONGEST_HEADER = 200;
    static final int LONGEST_BLOCK = 16 << 20;

    /** The language above the lines. */
    interface Grammar {
        /** How many counted bytes follow this line or beginning of one; -1 while none do. */
        int counted(String header);

        void block(String header, byte[] data);

        /**
         * @param text a line without its end, perhaps empty
         * @param bytes how many it took with its end
         */
        void line(String text, int bytes);

        /**
         * @param counted whether it stood in a block, whose data it remains
         * @return whether everything half received is to be forgotten
         */
        boolean immediate(String command, boolean counted);
    }

    private final Grammar grammar;
    private final List<String> immediates;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final int longestImmediate;
    private String header = "";
    private int left;

    LineFeeder(List<String> immediates, Grammar grammar) {
        this.immediates = immediates;
        this.grammar = grammar;
        longestImmediate = immediates.stream().mapToInt(String::length).max().orElse(0);
    }

    void receive(byte raw) {
        char character = (char) (raw & 0xff);
        if (left > 0) {
            receiveBlock(raw, character);
            return;
        }
        boolean end = character == '\n';
        if (!end && line.length() < LONGEST_LINE) {
            line.append(character);
        }
        if (immediateOnLine()) {
            return;
        }
        boolean separator = end || character == ',' || character == ' ';
        if (separator && line.length() < LONGEST_HEADER && beginBlock(end)) {
            return;
        }
        if (end) {
            String text = line.toString();
            line.setLength(0);
            boolean returned = text.endsWith("\r");
            grammar.line(returned ? text.substring(0, text.length() - 1) : text, text.length() + 1);
        }
    }

    private boolean beginBlock(boolean end) {
        String text = end ? line + "\n" : line.toString();
        int count = grammar.counted(text);
        if (count < 0) {
            return false;
        }
        header = text;
        line.setLength(0);
        tail.setLength(0);
        left = Math.min(count, LONGEST_BLOCK);
        if (left == 0) {
            grammar.block(header, new byte[0]);
        }
        return true;
    }

    private void receiveBlock(byte raw, char character) {
        block.write(raw);
        tail.append(character);
        if (tail.length() > longestImmediate) {
            tail.deleteCharAt(0);
        }
        left--;
        if (immediateInBlock()) {
            left = 0;
            block.reset();
        } else if (left == 0) {
            byte[] data = block.toByteArray();
            block.reset();
            grammar.block(header, data);
        }
    }

    private boolean immediateInBlock() {
        for (String immediate : immediates) {
            int start = tail.length() - immediate.length();
            if (start >= 0 && tail.indexOf(immediate, start) == start) {
                return grammar.immediate(immediate, true);
            }
        }
        return false;
    }

    /** On lines only those that begin with a control character cannot be text. */
    private boolean immediateOnLine() {
        for (String immediate : immediates) {
            int start = line.length() - immediate.length();
            boolean place = start >= 0 && immediate.charAt(0) < ' ';
            if (place && line.indexOf(immediate, start) == start) {
                line.setLength(start);
                if (grammar.immediate(immediate, false)) {
                    line.setLength(0);
                }
                return true;
            }
        }
        return false;
    }

    void forget() {
        left = 0;
        block.reset();
        line.setLength(0);
    }

    /** A length as its two factors give it, as far as a printer has memory. */
    static int product(int one, int other) {
        return Math.clamp((long) one * other, 0, LONGEST_BLOCK);
    }

    static void each(String text, ByteTaker taker) {
        for (byte next : latin(text)) {
            taker.take(next);
        }
    }

    /** Takes one byte. */
    interface ByteTaker {
        void take(byte next);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

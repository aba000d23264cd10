package io.fulfillx.printing.preview;

import io.fulfillx.printing.preview.zpl.ZplRenderer;
import io.fulfillx.printing.raster.Bitmap;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads bytes as a ZPL printer does: {@code ~} commands act at once wherever they stand, a format
 * runs from {@code ^XA} to {@code ^XZ}, the prefixes can be changed, and RS and DLE stand for them.
 */
final class ZplFirmware implements Firmware {
    private static final int MEMORY_BYTES = 4 << 20;
    private static final int RECORD_SEPARATOR = 0x1E;
    private static final int DATA_LINK_ESCAPE = 0x10;

    /** What a format without any of these asks for: nothing to print. */
    private static final List<String> MARKS =
            List.of(
                    "^FD", "^FV", "^XF", "^GB", "^GC", "^GD", "^GE", "^GF", "^GS", "^SN", "^XG",
                    "^IM");

    private static final List<String> QUESTIONS = List.of("~HS", "~HI", "~HQES", "~HQOD");

    private final PreviewSettings canvas;
    private final PrinterBody body;
    private final ZplAnnouncements announcements = new ZplAnnouncements();
    private final ByteArrayOutputStream format = new ByteArrayOutputStream();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final List<String> commands = new ArrayList<>();

    /** The command being read, then its arguments as far as they are of interest. */
    private final StringBuilder word = new StringBuilder();

    private final StringBuilder line = new StringBuilder();
    private char caret = '^';
    private char tilde = '~';
    private boolean inFormat;
    private boolean marked;
    private boolean stored;
    private boolean inWord;
    private boolean immediate;
    private int binaryLeft;
    private int copies = 1;

    ZplFirmware(PreviewSettings canvas, PrinterBody body) {
        this.canvas = canvas;
        this.body = body;
    }

    @Override
    public boolean receiving() {
        return inFormat;
    }

    @Override
    public void receive(byte raw) {
        if (binaryLeft > 0) {
            format.write(raw);
            binaryLeft--;
            return;
        }
        char character = (char) (raw & 0xff);
        boolean caretNow = character == caret || character == RECORD_SEPARATOR;
        boolean prefix = caretNow || character == tilde || character == DATA_LINK_ESCAPE;
        if (prefix) {
            finishWord();
            beginWord(!caretNow);
        }
        if (inFormat || inWord) {
            format.write(raw);
        }
        if (!prefix && inWord) {
            continueWord(character);
        } else if (!prefix && !inFormat) {
            textOutside(character);
        }
    }

    private void beginWord(boolean tildeCommand) {
        word.setLength(0);
        line.setLength(0);
        inWord = true;
        immediate = tildeCommand;
        if (!inFormat) {
            format.reset();
        }
    }

    private void continueWord(char character) {
        word.append(character);
        if (immediate) {
            immediateWord();
        } else if (word.length() == 2) {
            named();
        } else if (name().equals("GF")) {
            graphicHeader();
        } else if (isPrefixChange() && word.length() == 3) {
            changePrefix(character);
        }
    }

    private String name() {
        return word.substring(0, Math.min(2, word.length())).toUpperCase(Locale.ROOT);
    }

    /** Acts as soon as the command is complete; only {@code ~HQ} and {@code ~CC} need more. */
    private void immediateWord() {
        boolean change = isPrefixChange();
        int needed = name().equals("HQ") ? 4 : change ? 3 : 2;
        if (word.length() < needed) {
            return;
        }
        inWord = false;
        String text = "~" + word.toString().toUpperCase(Locale.ROOT);
        if (inFormat || !QUESTIONS.contains(text)) {
            commands.add(text);
        }
        if (change) {
            changePrefix(word.charAt(2));
        } else {
            body.command(text);
        }
    }

    private boolean isPrefixChange() {
        return List.of("CC", "CT", "CD").contains(name());
    }

    private void changePrefix(char character) {
        inWord = false;
        switch (name()) {
            case "CC" -> caret = character;
            case "CT" -> tilde = character;
            default -> {
                // The delimiter only matters between arguments, which are not drawn here.
            }
        }
    }

    private void named() {
        String command = "^" + name();
        commands.add(command);
        marked |= MARKS.contains(command);
        stored |= command.equals("^DF");
        if (command.equals("^XA")) {
            beginFormat();
        } else if (command.equals("^XZ")) {
            inWord = false;
            endFormat();
        }
    }

    /** A second {@code ^XA} throws away the unfinished format before it. */
    private void beginFormat() {
        byte[] received = format.toByteArray();
        format.reset();
        format.write(received, received.length - 3, 3);
        inFormat = true;
        marked = false;
        stored = false;
        copies = 1;
        announcements.clear();
    }

    /** What was stored before may be recalled by this format. */
    private Drawing drawing(byte[] bytes) {
        byte[] before = memory.toByteArray();
        byte[] document = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, document, before.length, bytes.length);
        int most = copies;
        return () -> {
            List<RenderedLabel> drawn = new ZplRenderer().render(document, canvas);
            return drawn.isEmpty()
                    ? new RenderedLabel(
                            new Bitmap(canvas.width(), canvas.height()), most, List.of())
                    : drawn.getLast();
        };
    }

    /** Stored formats and fonts, as they came. */
    private void remember(byte[] bytes) {
        if (memory.size() + bytes.length < MEMORY_BYTES) {
            memory.writeBytes(bytes);
        }
    }

    private void endFormat() {
        if (inFormat && marked && !stored) {
            byte[] bytes = format.toByteArray();
            body.print(
                    new ReceivedLabel(
                            bytes, commands, copies, announcements.taken(), drawing(bytes)));
            commands.clear();
        }
        if (inFormat && stored) {
            remember(format.toByteArray());
        }
        inFormat = false;
        format.reset();
    }

    /** Arguments end where the next command begins. */
    private void finishWord() {
        if (inWord && inFormat && !immediate && word.length() >= 2) {
            announcements.command(name(), word.substring(2));
        }
        if (inWord && !immediate && name().equals("JZ") && word.length() > 2) {
            body.command("^" + word.substring(0, 3).toUpperCase(Locale.ROOT));
        }
        if (inWord && name().equals("PQ")) {
            String total = word.substring(2).strip().split(",", 2)[0];
            copies = total.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(total) : 1;
        }
        inWord = false;
    }

    /** {@code ^GFB,bytes,total,perRow,} is followed by that many bytes that are no commands. */
    private void graphicHeader() {
        String[] parts = word.substring(2).split(",", -1);
        boolean counted = parts[0].equalsIgnoreCase("B") || parts[0].equalsIgnoreCase("C");
        if (parts.length == 5) {
            inWord = false;
            if (counted && parts[1].strip().matches("[0-9]{1,7}")) {
                binaryLeft = Integer.parseInt(parts[1].strip());
            }
        }
    }

    /** Lines such as {@code ! U1 getvar "name"} stand between formats. */
    private void textOutside(char character) {
        if (character == '\n' || character == '\r') {
            String text = line.toString();
            line.setLength(0);
            if (text.startsWith("! U")) {
                if (!text.contains("getvar")) {
                    commands.add(text);
                }
                body.command(text);
            }
        } else if (line.length() < 200) {
            line.append(character);
        }
    }

    @Override
    public void reset() {
        inFormat = false;
        inWord = false;
        binaryLeft = 0;
        line.setLength(0);
        format.reset();
        commands.clear();
        memory.reset();
    }

    /** Throws the unfinished format away, but not the memory of what it executed. */
    @Override
    public void cancel() {
        inFormat = false;
        format.reset();
    }

    @Override
    public void hangUp() {
        inWord = false;
        binaryLeft = 0;
        line.setLength(0);
    }
}

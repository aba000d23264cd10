package io.fulfillx.printing.language;

import io.fulfillx.printing.language.GuardVerdict.Safe;
import io.fulfillx.printing.language.GuardVerdict.Unsafe;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets a carrier's ZPL through only if it does nothing but draw labels. It reads the bytes as the
 * firmware does: a command counts wherever it stands, inside field data and comments too, except in
 * the counted bytes of a binary graphic.
 */
public final class ZplGuard {
    /** Commands that draw, or set how this label is drawn and fed. None stores, deletes or asks. */
    private static final Set<String> DRAWING =
            Set.of(
                    ("CF CI CV DN JZ FB FC FD FH FM FN FO FP FR FS FT FV FW FX GB GC GD GE GF GS LH"
                         + " LL LR LS LT MC MD MF MM MN MT MU PA PM PO PQ PR PW SF SN SZ TB XB XZ")
                            .split(" "));

    private static final String BARCODES = "0123456789ABCDEFIJKLMOPQRSTUXYZ";

    /** A format without any of these only sets something: no label comes out of it. */
    private static final Set<String> MARKS = Set.of("FD FV GB GC GD GE GF GS SN".split(" "));

    /** {@code ^PQtotal,pauseAfter,replicates,override,cutOnError}. */
    private static final Pattern ONE_LABEL =
            Pattern.compile("(0*1)?(,0*(,[0-9]*(,[YNyn]?(,[YNyn]?)?)?)?)?");

    /** Control characters that field data may hold: tab, line ends, and GS of a GS1 or MaxiCode. */
    private static final Set<Integer> HARMLESS_CONTROLS = Set.of(0x09, 0x0A, 0x0D, 0x1D);

    private final byte[] zpl;
    private int at;
    private int labels;
    private boolean inFormat;
    private boolean marked;

    private ZplGuard(byte[] zpl) {
        this.zpl = zpl;
    }

    /** Judges a whole document: one or more complete formats with only white space between. */
    public static GuardVerdict inspect(byte[] zpl) {
        return new ZplGuard(zpl).inspect();
    }

    private GuardVerdict inspect() {
        while (at < zpl.length) {
            Unsafe found = inFormat ? insideFormat() : betweenFormats();
            if (found != null) {
                return found;
            }
        }
        if (inFormat) {
            return new Unsafe("a label without its end", zpl.length);
        }
        return labels > 0 ? new Safe(labels) : new Unsafe("no label", 0);
    }

    private @Nullable Unsafe betweenFormats() {
        int character = zpl[at] & 0xff;
        if (character == ' ' || character >= 0x09 && character <= 0x0D) {
            at++;
            return null;
        }
        if (character != '^' && character != '~') {
            return new Unsafe("text outside a label", at);
        }
        if (!command(at).equals("^XA")) {
            return new Unsafe(command(at), at);
        }
        at += 3;
        inFormat = true;
        marked = false;
        return null;
    }

    private @Nullable Unsafe insideFormat() {
        int character = zpl[at] & 0xff;
        if (character == '^' || character == '~') {
            return caretOrTilde(command(at));
        }
        boolean control = character < 0x20 || character == 0x7F;
        if (control && !HARMLESS_CONTROLS.contains(character)) {
            // Some stand for ^, ~, ^XA, ^XZ and ^FS; others are flow control or printer modes.
            return new Unsafe("control character 0x%02X".formatted(character), at);
        }
        at++;
        return null;
    }

    private @Nullable Unsafe caretOrTilde(String command) {
        if (!isDrawing(command)) {
            return new Unsafe(command, at);
        }
        String name = command.substring(1);
        if (!argumentsAllowed(name)) {
            return new Unsafe(command + arguments(), at);
        }
        marked |= MARKS.contains(name);
        if (name.equals("GF")) {
            return graphic();
        }
        at += 3;
        if (name.equals("XZ")) {
            inFormat = false;
            labels += marked ? 1 : 0;
        }
        return null;
    }

    private static boolean isDrawing(String command) {
        if (command.length() < 3 || command.charAt(0) != '^') {
            return false;
        }
        char second = command.charAt(2);
        return switch (command.charAt(1)) {
            case 'A' -> second == '@' || second >= '0' && second <= '9' || isLetter(second);
            case 'B' -> BARCODES.indexOf(second) >= 0;
            default -> DRAWING.contains(command.substring(1));
        };
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    /**
     * One label only, no pause after it; no change to the older ZPL dialect, of the unit of length,
     * or of what happens to a label that was under the head when the media ran out.
     */
    private boolean argumentsAllowed(String name) {
        return switch (name) {
            case "PQ" -> ONE_LABEL.matcher(arguments()).matches();
            case "SZ" -> arguments().equals("2");
            case "JZ" -> arguments().equals("Y");
            case "MU" -> arguments().equals("D");
            default -> true;
        };
    }

    /** The text up to the next command. */
    private String arguments() {
        int end = at + 3;
        while (end < zpl.length && zpl[end] != '^' && zpl[end] != '~') {
            end++;
        }
        return new String(zpl, at + 3, end - at - 3, StandardCharsets.ISO_8859_1).strip();
    }

    /**
     * {@code ^GFa,b,c,d,data}: the bytes of a binary graphic are counted, not read. A hexadecimal
     * one ends at the next command, so it needs no count.
     */
    private @Nullable Unsafe graphic() {
        int start = at;
        at += 3;
        int form = at < zpl.length ? Character.toUpperCase(zpl[at]) : ' ';
        if (form == 'A') {
            return null;
        }
        String[] header = new String[4];
        for (int i = 0; i < header.length; i++) {
            header[i] = upToComma();
        }
        if (form != 'B' || !header[1].matches("[0-9]{1,7}") || !header[1].equals(header[2])) {
            return new Unsafe("^GF" + (char) form, start);
        }
        at += Integer.parseInt(header[1]);
        return at <= zpl.length ? null : new Unsafe("a graphic without its end", start);
    }

    private String upToComma() {
        int start = at;
        while (at < zpl.length && zpl[at] != ',') {
            at++;
        }
        String text = new String(zpl, start, at - start, StandardCharsets.ISO_8859_1).strip();
        at++;
        return text;
    }

    /** Prefix and the two characters after it, as the firmware compares them. */
    private String command(int offset) {
        int length = Math.min(3, zpl.length - offset);
        return new String(zpl, offset, length, StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT);
    }

    /** The commands this guard lets pass, for those who want to check what a printer executed. */
    public static boolean allows(String command) {
        return command.equals("^XA") || isDrawing(command);
    }
}

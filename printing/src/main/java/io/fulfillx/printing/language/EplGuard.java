package io.fulfillx.printing.language;

import io.fulfillx.printing.language.GuardVerdict.Safe;
import io.fulfillx.printing.language.GuardVerdict.Unsafe;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a carrier's EPL2 through only if it does nothing but draw labels: every line must be one of
 * the forms below in full. Nothing stores, deletes, asks or resets, and each label comes out once.
 */
final class EplGuard {
    private static final String NUMBER = "-?[0-9]{1,5}";

    /** Printable text, a quotation mark or a backslash only behind a backslash. */
    private static final String TEXT = "\"(?:[^\"\\\\\\x00-\\x1f\\x7f]|\\\\.)*\"";

    private static final Pattern DRAWING =
            Pattern.compile(
                    "|N|Z[BT]|[SD][0-9]{1,2}|q[0-9]{1,5}|Q[0-9]{1,5}(?:,[0-9B+-]{1,8}){1,2}|O[A-Z]{0,4}"
                        + "|JF|JB|I8,[0-9A-F],[0-9]{3}"
                            + ("|R" + NUMBER + "," + NUMBER)
                            + ("|L[EOW](?:" + NUMBER + ",){3}" + NUMBER)
                            + ("|[LX][S]?(?:" + NUMBER + ",){4}" + NUMBER)
                            + ("|A(?:" + NUMBER + ",){3}[1-5a-zA-Z],[1-9],[1-9],[NR]," + TEXT)
                            + ("|B(?:" + NUMBER + ",){3}[0-9A-Za-z]{1,3},[0-9]{1,2},[0-9]{1,2},")
                            + ("[0-9]{1,5},[BN]," + TEXT)
                            + ("|b"
                                    + NUMBER
                                    + ","
                                    + NUMBER
                                    + ",[A-Z](?:,[A-Za-z0-9]{1,6})*,"
                                    + TEXT));

    private static final Pattern GRAPHIC =
            Pattern.compile("GW[0-9]{1,5},[0-9]{1,5},([0-9]{1,3}),([0-9]{1,5}),");
    private static final int LONGEST_GRAPHIC_START = 24;
    private static final Pattern ONE_LABEL = Pattern.compile("P1(,1)?");
    private static final Pattern MARK = Pattern.compile("[ABLXb].*");

    private final byte[] epl;
    private int at;
    private int labels;
    private boolean marked;

    private EplGuard(byte[] epl) {
        this.epl = epl;
    }

    static GuardVerdict inspect(byte[] epl) {
        return new EplGuard(epl).inspect();
    }

    private GuardVerdict inspect() {
        while (at < epl.length) {
            Unsafe found = graphic() ? null : line();
            if (found != null) {
                return found;
            }
        }
        if (marked) {
            return new Unsafe("a label without its end", epl.length);
        }
        return labels > 0 ? new Safe(labels) : new Unsafe("no label", 0);
    }

    /** Passes a graphic by its counted bytes. */
    private boolean graphic() {
        int length = Math.min(LONGEST_GRAPHIC_START, epl.length - at);
        Matcher start = GRAPHIC.matcher(new String(epl, at, length, StandardCharsets.ISO_8859_1));
        if (!start.lookingAt()) {
            return false;
        }
        int size = Integer.parseInt(start.group(1)) * Integer.parseInt(start.group(2));
        if (size > epl.length - at - start.end()) {
            return false;
        }
        at += start.end() + size;
        marked = true;
        return true;
    }

    private @Nullable Unsafe line() {
        int end = at;
        while (end < epl.length && epl[end] != '\n') {
            end++;
        }
        String line = new String(epl, at, end - at, StandardCharsets.ISO_8859_1);
        String command = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (ONE_LABEL.matcher(command).matches()) {
            labels++;
            marked = false;
        } else if (DRAWING.matcher(command).matches()) {
            marked |= MARK.matcher(command).matches();
        } else {
            return new Unsafe(command.substring(0, Math.min(20, command.length())), at);
        }
        at = end + 1;
        return null;
    }
}

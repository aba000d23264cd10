package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * TSPL: {@code ESC !?} answers one byte, from every printer of the language and in every state. The
 * count begins again at each power-on. How it is asked for was not tried on a printer; profiles
 * without it never ask.
 */
final class TsplDialect implements StatusDialect {
    private static final String STATUS = "\u001b!?";
    private static final String COUNT = "OUT \"FXC=\";@LABEL\r\n";
    private static final byte[] CANCEL = "\u001b!.".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern COUNTED = Pattern.compile("FXC=\\s*(\\d{1,18})\\s*\\r\\n?");

    private static final Pattern REFUSED = Pattern.compile("FXC=\\s*\\r\\n?");

    /** A count whose end has not arrived. */
    private static final Pattern COUNTING = Pattern.compile("FXC[=\\s\\d]*$");

    /** The longer report of {@code ESC !S}: state, warnings, two bytes of errors. */
    private static final Pattern FRAME =
            Pattern.compile("\\x02[\\x40-\\x7f]([\\x40-\\x7f]{3})\\x03\\r\\n");

    private static final Pattern PART_OF_FRAME =
            Pattern.compile("\\x02[\\x40-\\x7f]{1,4}(\\x03\\r?)?$");

    /** No bit of the status byte. */
    private static final int NEVER = 0x40;

    @Override
    public byte[] question(boolean withCount) {
        return (withCount ? STATUS + COUNT : STATUS).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public StatusReading read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        MatchResult counted =
                COUNTED.matcher(text).results().reduce((first, second) -> second).orElse(null);
        return new StatusReading(
                status(text),
                counted == null ? null : Long.valueOf(counted.group(1)),
                REFUSED.matcher(text).find(),
                List.of());
    }

    private static @Nullable DeviceStatus status(String text) {
        String bytes = FRAME.matcher(COUNTED.matcher(text).replaceAll("")).replaceAll("");
        bytes = PART_OF_FRAME.matcher(COUNTING.matcher(bytes).replaceAll("")).replaceAll("");
        for (int i = bytes.length() - 1; i >= 0; i--) {
            if ((bytes.charAt(i) & NEVER) == 0) {
                return new DeviceStatus(conditions(bytes.charAt(i)), 0, false);
            }
        }
        return null;
    }

    private static Set<PrinterCondition> conditions(int bits) {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        add(conditions, bits & 0x01, PrinterCondition.HEAD_OPEN);
        add(conditions, bits & 0x02, PrinterCondition.FAULT);
        add(conditions, bits & 0x04, PrinterCondition.PAPER_OUT);
        add(conditions, bits & 0x08, PrinterCondition.RIBBON_OUT);
        add(conditions, bits & 0x10, PrinterCondition.PAUSED);
        add(conditions, bits & 0x20, PrinterCondition.PRINTING);
        add(conditions, bits & 0x80, PrinterCondition.FAULT);
        return conditions;
    }

    private static void add(Set<PrinterCondition> conditions, int bit, PrinterCondition condition) {
        if (bit != 0) {
            conditions.add(condition);
        }
    }

    @Override
    public boolean showsWork() {
        return true;
    }

    @Override
    public boolean announces() {
        return false;
    }

    @Override
    public boolean countRestarts() {
        return true;
    }

    @Override
    public byte[] announced(byte[] label, String token) {
        return label.clone();
    }

    @Override
    public byte[] discard() {
        return CANCEL.clone();
    }
}

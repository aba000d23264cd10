package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * ESC/POS: four real-time questions, each answered by a byte with four fixed bits. None tells
 * whether something is still to be printed. The count is the printer's own of cuts, one a label,
 * which outlives a power cut. A label announces itself by process ids, which the printer returns
 * when it has come to them: four characters each, so a token takes several.
 */
final class EscposDialect implements StatusDialect {
    private static final int QUESTIONS = 4;
    private static final int ID_LENGTH = 4;

    /** Everything without the fixed bits: 1 and 4 are always set, 0 and 7 never. */
    private static final Pattern NO_STATUS = Pattern.compile("[^\\x12\\x16\\x1a\\x1e26:>RVZ^rvz~]");

    /** Returned ids and counts, whose characters may look like status bytes; whole or begun. */
    private static final Pattern TEXTS =
            Pattern.compile("7\"([ -~]{4})\\x00|_(\\d{1,18})\\x00|7(\"[ -~]{0,4})?$|_\\d*$");

    private static final Pattern TOKEN = Pattern.compile("\\[([A-Za-z0-9]{1,24})]");

    @Override
    public byte[] question(boolean withCount) {
        CommandBytes question = new CommandBytes();
        for (int n = 1; n <= QUESTIONS; n++) {
            question.octets(0x10, 0x04, n);
        }
        return (withCount ? question.octets(0x1D, 'g', '2', 0, 178, 0) : question).toBytes();
    }

    @Override
    public StatusReading read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        StringBuilder ids = new StringBuilder();
        @Nullable Long count = null;
        for (MatchResult found : TEXTS.matcher(text).results().toList()) {
            String id = found.group(1);
            String number = found.group(2);
            ids.append(id == null ? "" : id);
            count = number == null ? count : Long.valueOf(number);
        }
        return new StatusReading(
                status(NO_STATUS.matcher(TEXTS.matcher(text).replaceAll("")).replaceAll("")),
                count,
                text.contains("_\0"),
                TOKEN.matcher(ids).results().map(found -> found.group(1)).toList());
    }

    /** The last four answers, one to each question. */
    private static @Nullable DeviceStatus status(String answers) {
        int end = answers.length() / QUESTIONS * QUESTIONS;
        if (end == 0) {
            return null;
        }
        String last = answers.substring(end - QUESTIONS, end);
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        add(conditions, last.charAt(1) & 0x04, PrinterCondition.HEAD_OPEN);
        add(conditions, last.charAt(1) & 0x20, PrinterCondition.PAPER_OUT);
        add(conditions, last.charAt(2) & 0x08, PrinterCondition.CUTTER_FAULT);
        add(conditions, last.charAt(2) & 0x20, PrinterCondition.FAULT);
        add(conditions, last.charAt(2) & 0x40, PrinterCondition.OVER_TEMPERATURE);
        add(conditions, last.charAt(3) & 0x0c, PrinterCondition.PAPER_NEAR_END);
        add(conditions, last.charAt(3) & 0x60, PrinterCondition.PAPER_OUT);
        if (conditions.stream().noneMatch(PrinterCondition::stops)) {
            add(conditions, last.charAt(1) & 0x40, PrinterCondition.FAULT);
            add(conditions, last.charAt(0) & 0x08, PrinterCondition.PAUSED);
        }
        return new DeviceStatus(conditions, 0, false);
    }

    private static void add(
            Set<PrinterCondition> conditions, int bits, PrinterCondition condition) {
        if (bits != 0) {
            conditions.add(condition);
        }
    }

    @Override
    public boolean showsWork() {
        return false;
    }

    @Override
    public boolean announces() {
        return true;
    }

    @Override
    public byte[] announced(byte[] label, String token) {
        String framed = "[" + token + "]";
        String padded = framed + " ".repeat(Math.floorMod(-framed.length(), ID_LENGTH));
        CommandBytes bytes = new CommandBytes().raw(label);
        for (int i = 0; i < padded.length(); i += ID_LENGTH) {
            bytes.octets(0x1D, '(', 'H', 6, 0, 48, 48);
            bytes.text(padded.substring(i, i + ID_LENGTH));
        }
        return bytes.toBytes();
    }

    /** Clears its buffers at once, then starts from the defaults. */
    @Override
    public byte[] discard() {
        return new CommandBytes()
                .octets(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8)
                .octets(0x1B, '@')
                .toBytes();
    }
}

package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * ESC/POS: four real-time questions, each answered by a byte with four fixed bits. None tells
 * whether something is still to be printed. A label announces itself by process ids, which the
 * printer returns when it has come to them: four characters each, so a token takes several.
 */
final class EscposDialect implements StatusDialect {
    private static final int QUESTIONS = 4;
    private static final int ID_LENGTH = 4;
    private static final int ID_REPLY = 7;

    private static final Pattern TOKEN = Pattern.compile("\\[([A-Za-z0-9]{1,24})]");

    @Override
    public byte[] question(boolean withCount) {
        CommandBytes question = new CommandBytes();
        for (int n = 1; n <= QUESTIONS; n++) {
            question.octets(0x10, 0x04, n);
        }
        return question.toBytes();
    }

    @Override
    public StatusReading read(byte[] received) {
        List<Integer> answers = new ArrayList<>();
        StringBuilder ids = new StringBuilder();
        int at = 0;
        while (at < received.length && !isPartOfId(received, at)) {
            if (isId(received, at)) {
                for (int i = 2; i < 2 + ID_LENGTH; i++) {
                    ids.append((char) received[at + i]);
                }
                at += ID_REPLY;
            } else {
                if ((received[at] & 0x93) == 0x12) {
                    answers.add(received[at] & 0xff);
                }
                at++;
            }
        }
        return new StatusReading(
                status(answers),
                null,
                true,
                TOKEN.matcher(ids).results().map(found -> found.group(1)).toList());
    }

    /** Whether an id begins there whose end has not arrived. */
    private static boolean isPartOfId(byte[] received, int at) {
        return at + ID_REPLY > received.length
                && received[at] == 0x37
                && (at + 1 == received.length || received[at + 1] == 0x22);
    }

    private static boolean isId(byte[] received, int at) {
        if (at + ID_REPLY > received.length
                || received[at] != 0x37
                || received[at + 1] != 0x22
                || received[at + ID_REPLY - 1] != 0) {
            return false;
        }
        for (int i = 2; i < 2 + ID_LENGTH; i++) {
            if (received[at + i] < 0x20) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable DeviceStatus status(List<Integer> answers) {
        int whole = answers.size() / QUESTIONS * QUESTIONS;
        if (whole == 0) {
            return null;
        }
        List<Integer> last = answers.subList(whole - QUESTIONS, whole);
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        add(conditions, last.get(1) & 0x04, PrinterCondition.HEAD_OPEN);
        add(conditions, last.get(1) & 0x20, PrinterCondition.PAPER_OUT);
        add(conditions, last.get(2) & 0x08, PrinterCondition.CUTTER_FAULT);
        add(conditions, last.get(2) & 0x20, PrinterCondition.FAULT);
        add(conditions, last.get(2) & 0x40, PrinterCondition.OVER_TEMPERATURE);
        add(conditions, last.get(3) & 0x0c, PrinterCondition.PAPER_NEAR_END);
        add(conditions, last.get(3) & 0x60, PrinterCondition.PAPER_OUT);
        if (conditions.stream().noneMatch(PrinterCondition::stops)) {
            add(conditions, last.get(1) & 0x40, PrinterCondition.FAULT);
            add(conditions, last.get(0) & 0x08, PrinterCondition.PAUSED);
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

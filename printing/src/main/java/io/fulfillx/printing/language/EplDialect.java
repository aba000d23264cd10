package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * EPL2: {@code ^ee} answers two digits at once. After {@code US} the printer sends ACK for each
 * label that is out, and NAK with two digits when something stops it. It keeps no count that a host
 * can ask for. That ACK comes when the label is out, and not when it was understood, was not tried
 * on a printer; profiles that do not promise it are not believed.
 */
final class EplDialect implements StatusDialect {
    private static final byte[] QUESTION = "US\n^ee\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESET = "^@\n".getBytes(StandardCharsets.US_ASCII);

    private static final int ACK = 0x06;
    private static final int NAK = 0x15;

    /** Code, then labels left and raster lines left where it tells them; asked for, so no NAK. */
    private static final Pattern REPORT =
            Pattern.compile("(?<![\\d\\x15])(\\d\\d)(?:P(\\d{1,5}))?(?:L\\d{1,6})?\\r\\n");

    @Override
    public byte[] question(boolean withCount) {
        return QUESTION.clone();
    }

    @Override
    public StatusReading read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        MatchResult report =
                REPORT.matcher(text).results().reduce((first, second) -> second).orElse(null);
        return new StatusReading(
                report == null ? null : status(report.group(1), report.group(2)),
                null,
                true,
                List.of());
    }

    private static DeviceStatus status(String code, @Nullable String left) {
        Set<PrinterCondition> conditions = EnumSet.of(condition(Integer.parseInt(code)));
        long waiting = left == null ? 0 : Long.parseLong(left);
        if (waiting > 0 && conditions.contains(PrinterCondition.READY)) {
            conditions = EnumSet.of(PrinterCondition.PRINTING);
        }
        return new DeviceStatus(conditions, waiting, false);
    }

    /** The codes for a faulty label count as a fault: it has not been printed. */
    private static PrinterCondition condition(int code) {
        return switch (code) {
            case 0 -> PrinterCondition.READY;
            case 7 -> PrinterCondition.PAPER_OUT;
            case 11 -> PrinterCondition.HEAD_OPEN;
            case 12 -> PrinterCondition.PAUSED;
            case 13, 14 -> PrinterCondition.OVER_TEMPERATURE;
            case 50 -> PrinterCondition.PRINTING;
            case 81 -> PrinterCondition.CUTTER_FAULT;
            default -> PrinterCondition.FAULT;
        };
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
    public byte[] announced(byte[] label, String token) {
        return label.clone();
    }

    @Override
    public boolean acknowledges() {
        return true;
    }

    @Override
    public List<LabelWord> words(byte[] more) {
        List<LabelWord> words = new ArrayList<>();
        for (byte octet : more) {
            if (octet == ACK || octet == NAK) {
                words.add(octet == ACK ? LabelWord.OUT : LabelWord.STOPPED);
            }
        }
        return words;
    }

    @Override
    public byte[] discard() {
        return RESET.clone();
    }
}

package io.fulfillx.printing.language;

import static io.fulfillx.printing.language.PrinterCondition.CUTTER_FAULT;
import static io.fulfillx.printing.language.PrinterCondition.FAULT;
import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.OVER_TEMPERATURE;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_NEAR_END;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;
import static io.fulfillx.printing.language.PrinterCondition.PAUSED;
import static io.fulfillx.printing.language.PrinterCondition.PRINTING;
import static io.fulfillx.printing.language.PrinterCondition.RIBBON_OUT;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * ZPL: {@code ~HQES} first and {@code ~HS} second. Many printers leave {@code ~HS} unanswered while
 * the media is out or the head open, and say so in {@code ~HQES} only; others know no {@code
 * ~HQES}. So the status is whole when {@code ~HS} is there, or an error that may silence it. The
 * count is a variable of the printer. A label announces itself by a numbered field outside the
 * paper that {@code ^HV} sends back.
 */
final class ZplDialect implements StatusDialect {
    private static final String STATUS = "~HQES\r\n~HS\r\n";
    private static final String COUNT = "! U1 getvar \"odometer.total_label_count\"\r\n";

    /** First string, fields a to l; second string, fields m to w. */
    private static final Pattern HOST_STATUS =
            Pattern.compile(
                    "\\x02(\\d{1,9}(?:,\\d{1,9}){11})\\x03\\s*"
                            + "\\x02(\\d{1,9}(?:,\\d{1,9}){10})\\x03");

    /** White space differs from one firmware to the next. */
    private static final Pattern ERRORS =
            Pattern.compile(
                    "ERRORS:\\s*[01]\\s+[0-9A-F]{1,8}\\s+([0-9A-F]{1,8})\\s+"
                            + "WARNINGS:\\s*[01]\\s+[0-9A-F]{1,8}\\s+([0-9A-F]{1,8})\\s*\\x03",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTED = Pattern.compile("\"(\\d{1,18})[^\"\\r\\n]*\"");
    private static final Pattern ANNOUNCED = Pattern.compile("FXJ\\[([A-Za-z0-9]{1,24})]");

    private static final Map<Integer, PrinterCondition> ERROR_BITS =
            Map.ofEntries(
                    Map.entry(0x1, PAPER_OUT),
                    Map.entry(0x2, RIBBON_OUT),
                    Map.entry(0x4, HEAD_OPEN),
                    Map.entry(0x8, CUTTER_FAULT),
                    Map.entry(0x10, OVER_TEMPERATURE),
                    Map.entry(0x20, OVER_TEMPERATURE),
                    Map.entry(0x10000, PAUSED));
    private static final int NEAR_END = 0x8;

    @Override
    public byte[] question(boolean withCount) {
        return (withCount ? STATUS + COUNT : STATUS).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public StatusReading read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        MatchResult count = last(COUNTED, text);
        return new StatusReading(
                status(last(HOST_STATUS, text), last(ERRORS, text)),
                count == null ? null : Long.valueOf(count.group(1)),
                text.contains("\"?\""),
                ANNOUNCED.matcher(text).results().map(found -> found.group(1)).toList());
    }

    private static @Nullable MatchResult last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((first, second) -> second).orElse(null);
    }

    private static @Nullable DeviceStatus status(
            @Nullable MatchResult host, @Nullable MatchResult errors) {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        if (errors != null) {
            addErrors(conditions, Long.parseLong(errors.group(1), 16));
            if ((Long.parseLong(errors.group(2), 16) & NEAR_END) != 0) {
                conditions.add(PAPER_NEAR_END);
            }
        }
        if (host == null) {
            boolean silencing =
                    conditions.stream()
                            .anyMatch(condition -> condition.stops() && condition != PAUSED);
            return silencing ? new DeviceStatus(conditions, 0, false) : null;
        }
        String[] first = host.group(1).split(",");
        String[] second = host.group(2).split(",");
        addFlag(conditions, first[1], PAPER_OUT);
        addFlag(conditions, first[2], PAUSED);
        addFlag(conditions, first[11], OVER_TEMPERATURE);
        addFlag(conditions, second[2], HEAD_OPEN);
        addFlag(conditions, second[3], RIBBON_OUT);
        addFlag(conditions, second[7], PAUSED);
        long waiting = Long.parseLong(first[4]) + Long.parseLong(second[8]);
        if (waiting > 0 && conditions.stream().noneMatch(PrinterCondition::stops)) {
            conditions.add(PRINTING);
        }
        return new DeviceStatus(conditions, waiting, first[7].equals("1"));
    }

    private static void addErrors(Set<PrinterCondition> conditions, long errors) {
        for (int bit = 0; bit < 32; bit++) {
            if ((errors & 1L << bit) != 0) {
                conditions.add(ERROR_BITS.getOrDefault(1 << bit, FAULT));
            }
        }
    }

    private static void addFlag(
            Set<PrinterCondition> conditions, String field, PrinterCondition condition) {
        if (field.equals("1")) {
            conditions.add(condition);
        }
    }

    @Override
    public boolean showsWork() {
        return true;
    }

    @Override
    public boolean announces() {
        return true;
    }

    @Override
    public byte[] announced(byte[] label, String token) {
        String text = new String(label, StandardCharsets.ISO_8859_1);
        int end = text.toUpperCase(Locale.ROOT).lastIndexOf("^XZ");
        if (end < 0) {
            return label.clone();
        }
        String field =
                "^FO32000,0^A0N,10^FN999^FD"
                        + token
                        + "^FS^HV999,"
                        + token.length()
                        + ",FXJ[,],L^FS";
        return (text.substring(0, end) + field + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] discard() {
        return "~JA".getBytes(StandardCharsets.US_ASCII);
    }
}

package io.fulfillx.printing.language;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * CPCL: {@code ESC h} answers one byte. Some makers' printers also keep a count, as a variable;
 * others would print that question, so it is asked only of models known to understand it.
 */
final class CpclDialect implements StatusDialect {
    private static final String STATUS = "\u001bh";
    private static final String COUNT = "! U1 getvar \"odometer.total_label_count\"\r\n";

    /** No picture that the encoder sends in one piece is longer. */
    private static final int PADDING = CpclEncoder.MAX_PART_BYTES;

    private static final Pattern COUNTED = Pattern.compile("\"(\\d{1,18})[^\"\\r\\n]*\"");
    private static final Pattern REPLY = Pattern.compile("\"[^\"]*(\"\\s*|$)");

    @Override
    public byte[] question(boolean withCount) {
        return (withCount ? STATUS + COUNT : STATUS).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public StatusReading read(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        MatchResult count =
                COUNTED.matcher(text).results().reduce((first, second) -> second).orElse(null);
        return new StatusReading(
                status(REPLY.matcher(text).replaceAll("")),
                count == null ? null : Long.valueOf(count.group(1)),
                text.contains("\"?\""),
                List.of());
    }

    private static @Nullable DeviceStatus status(String bytes) {
        for (int i = bytes.length() - 1; i >= 0; i--) {
            if (bytes.charAt(i) < 0x10) {
                return new DeviceStatus(conditions(bytes.charAt(i)), 0, false);
            }
        }
        return null;
    }

    /** A battery that runs low has no word of its own: the printer still prints. */
    private static Set<PrinterCondition> conditions(int bits) {
        Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
        if ((bits & 0x1) != 0) {
            conditions.add(PrinterCondition.PRINTING);
        }
        if ((bits & 0x2) != 0) {
            conditions.add(PrinterCondition.PAPER_OUT);
        }
        if ((bits & 0x4) != 0) {
            conditions.add(PrinterCondition.HEAD_OPEN);
        }
        return conditions;
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

    /** Fills up a picture that it may be waiting for, then leaves the label. */
    @Override
    public byte[] discard() {
        return new CommandBytes().raw(new byte[PADDING]).text("\r\nABORT\r\n").toBytes();
    }
}

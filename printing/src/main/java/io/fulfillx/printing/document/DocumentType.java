package io.fulfillx.printing.document;

import io.fulfillx.model.label.LabelFormat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a document is written in from its first bytes. */
public final class DocumentType {
    /** Enough for a preamble of settings before the first label. */
    private static final int HEAD = 4096;

    /** A PDF may have other bytes before its mark (ISO 32000-1, annex H). */
    private static final int PDF_MARK_WITHIN = 1024;

    private static final Pattern CPCL =
            Pattern.compile("\\s*! (-?\\d+ \\d+ \\d+ \\d+ \\d+|U1|U|DF|UF)\\s.*", Pattern.DOTALL);

    private static final Pattern TSPL =
            lineOf(
                    "SIZE +[\\d.]+( *(mm|dot))?,",
                    "GAP +[\\d.]+",
                    "BLINE +[\\d.]+",
                    "CLS$",
                    "DIRECTION +[01]",
                    "BITMAP +\\d+, *\\d+,",
                    "DOWNLOAD +[\"F]",
                    "SET +[A-Z]");

    private static final Pattern EPL =
            lineOf(
                    "N$",
                    "q\\d+$",
                    "Q\\d+,B?\\d+",
                    "GW\\d+,\\d+,\\d+,\\d+,",
                    "A\\d+,\\d+,[0-7],",
                    "B\\d+,\\d+,[0-3],",
                    "LO\\d+,\\d+,\\d+,\\d+$");

    /** A line that begins like one of these. */
    private static Pattern lineOf(String... commands) {
        return Pattern.compile("^(" + String.join("|", commands) + ")", Pattern.MULTILINE);
    }

    private DocumentType() {}

    /** Empty when it is none of the known formats. */
    public static Optional<LabelFormat> detect(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(LabelFormat.PNG);
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of(LabelFormat.GIF);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(LabelFormat.JPEG);
        }
        int mark = head.indexOf("%PDF-");
        if (mark >= 0 && mark < PDF_MARK_WITHIN) {
            return Optional.of(LabelFormat.PDF);
        }
        return printerLanguage(head);
    }

    private static Optional<LabelFormat> printerLanguage(String head) {
        if (head.toUpperCase(Locale.ROOT).contains("^XA")) {
            return Optional.of(LabelFormat.ZPL);
        }
        if (CPCL.matcher(head).matches()) {
            return Optional.of(LabelFormat.CPCL);
        }
        if (TSPL.matcher(head).find()) {
            return Optional.of(LabelFormat.TSPL);
        }
        if (head.startsWith("\u001b@") || head.contains("\u001dv0")) {
            return Optional.of(LabelFormat.ESCPOS);
        }
        return EPL.matcher(head).find() ? Optional.of(LabelFormat.EPL) : Optional.empty();
    }
}

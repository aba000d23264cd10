package io.fulfillx.launcher.printing;

import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.Inquiry;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What was found, as a table for people or as lines for programs. */
final class PrinterTable {
    private record Row(FoundPrinter printer, @Nullable Inquiry inquiry) {}

    private final List<Row> rows = new ArrayList<>();

    void add(FoundPrinter printer) {
        rows.add(new Row(printer, null));
    }

    void addAsked(FoundPrinter printer, LabelLanguage language, Duration limit) {
        rows.add(new Row(printer, Inquiry.ask(printer.uri(), language, limit)));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean anyStopped() {
        return rows.stream()
                .map(Row::inquiry)
                .filter(Objects::nonNull)
                .map(Inquiry::condition)
                .anyMatch(PrinterCondition::stops);
    }

    void print(PrintWriter out) {
        if (isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("WHAT", "ADDRESS TO USE", "IDENTITY", "MODEL", "STATE"));
        rows.forEach(row -> lines.add(cells(row)));
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(line.get(i)).repeat(' ', widths[i] - line.get(i).length() + 2);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static List<String> cells(Row row) {
        FoundPrinter printer = row.printer();
        Inquiry inquiry = row.inquiry();
        return List.of(
                printer.description(),
                printer.uri().toString(),
                printer.identity(),
                printer.model() == null ? "-" : printer.model(),
                inquiry == null ? "-" : word(inquiry.condition()) + ": " + inquiry.sentence());
    }

    private static String word(PrinterCondition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void printLines(PrintWriter out) {
        for (Row row : rows) {
            FoundPrinter printer = row.printer();
            Inquiry inquiry = row.inquiry();
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("what", printer.description());
            line.put("address", printer.uri().toString());
            line.put("identity", printer.identity());
            line.put("model", printer.model());
            line.put("language", printer.language());
            line.put("state", inquiry == null ? null : inquiry.condition());
            line.put("sentence", inquiry == null ? null : inquiry.sentence());
            out.println(Json.text(line));
        }
    }
}

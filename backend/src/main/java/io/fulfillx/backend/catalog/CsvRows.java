package io.fulfillx.backend.catalog;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads records of comma separated values (RFC 4180) one at a time. A line break within quotes
 * belongs to the field; quotes are doubled.
 */
final class CsvRows {
    private static final int MAX_FIELD = 10_000;

    private final Reader in;
    private int line = 1;
    private int next;

    CsvRows(Reader in) throws IOException {
        this.in = in;
        this.next = in.read();
        if (next == '\ufeff') {
            next = in.read();
        }
        skipBreaks();
    }

    /** The line on which the record that comes next begins, from 1. */
    int line() {
        return line;
    }

    /** Null at the end; empty lines are left out. */
    @Nullable List<String> next() throws IOException {
        if (next < 0) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == ',') {
            step();
            fields.add(field());
        }
        skipBreaks();
        return fields;
    }

    private void skipBreaks() throws IOException {
        while (next == '\n' || next == '\r') {
            step();
        }
    }

    private void step() throws IOException {
        if (next == '\n') {
            line++;
        }
        next = in.read();
    }

    private String field() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean quoted = next == '"';
        if (quoted) {
            step();
        }
        while (next >= 0 && text.length() <= MAX_FIELD) {
            if (quoted && next == '"') {
                step();
                if (next != '"') {
                    quoted = false;
                    continue;
                }
            } else if (!quoted && (next == ',' || next == '\n' || next == '\r')) {
                break;
            }
            text.append((char) next);
            step();
        }
        return text.toString();
    }
}

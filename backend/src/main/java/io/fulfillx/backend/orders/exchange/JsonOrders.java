package io.fulfillx.backend.orders.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads orders from a file with one JSON object a line, one after the other. */
final class JsonOrders implements Iterator<FileOrder> {
    /** A line that is longer is no order; it is not kept in memory either. */
    private static final int LONGEST = 1_000_000;

    private final BufferedReader lines;
    private long number;
    private @Nullable String next;

    JsonOrders(Reader file) {
        lines = new BufferedReader(file);
        next = advance();
    }

    private @Nullable String advance() {
        try {
            StringBuilder line = new StringBuilder();
            boolean any = false;
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                any = true;
                if (c == '\n') {
                    number++;
                    if (!line.toString().isBlank()) {
                        return line.toString();
                    }
                    line.setLength(0);
                } else if (line.length() < LONGEST) {
                    line.append((char) c);
                }
            }
            number += any ? 1 : 0;
            return line.toString().isBlank() ? null : line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public FileOrder next() {
        String text = next;
        if (text == null) {
            throw new NoSuchElementException();
        }
        long line = number;
        next = advance();
        try {
            OrderDocument document = Json.mapper().readValue(text, OrderDocument.class);
            return ReadDocument.read(document, List.of(), 1, _ -> line);
        } catch (JsonProcessingException e) {
            Problem problem = new Problem(line, "", "Not readable: " + e.getOriginalMessage());
            return new FileOrder(line, 1, "", null, List.of(problem));
        }
    }
}

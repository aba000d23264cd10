package io.fulfillx.backend.lab;

import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every label the simulated carrier sold; in a file as well, if it shall survive a restart. */
final class LabelBook implements AutoCloseable {
    private final Map<String, SoldLabel> labels = new LinkedHashMap<>();
    private final @Nullable FileChannel file;
    private final TrackingNumbers numbers;
    private long duplicates;

    /** One label as it is stored and sent. */
    record SoldLabel(
            String id,
            String reference,
            String trackingNumber,
            String service,
            long amountMinor,
            String currency,
            byte[] zpl,
            byte[] pdf,
            boolean voided) {
        SoldLabel asVoid() {
            return new SoldLabel(
                    id, reference, trackingNumber, service, amountMinor, currency, zpl, pdf, true);
        }
    }

    record Totals(int bought, long voided, long duplicates) {}

    /**
     * @param path the file; null to forget everything at the end
     */
    LabelBook(@Nullable Path path) {
        long next = TrackingNumbers.startAt(Instant.now().getEpochSecond());
        try {
            boolean torn = false;
            if (path != null && Files.exists(path)) {
                String lines = Files.readString(path, StandardCharsets.UTF_8);
                torn = !lines.isEmpty() && !lines.endsWith("\n");
                lines.lines()
                        .filter(line -> line.endsWith("}"))
                        .map(line -> Json.read(line, SoldLabel.class))
                        .forEach(this::keep);
            }
            file =
                    path == null
                            ? null
                            : FileChannel.open(
                                    path,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.APPEND,
                                    StandardOpenOption.DSYNC);
            if (torn && file != null) {
                // The last run was killed while it wrote: that line was never sold, end it.
                file.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (SoldLabel label : labels.values()) {
            next = Math.max(next, TrackingNumbers.serial(label.trackingNumber) + 1);
        }
        numbers = new TrackingNumbers(next);
    }

    private void keep(SoldLabel label) {
        boolean isNew = !labels.containsKey(label.id);
        if (isNew && labels.values().stream().anyMatch(other -> doubles(other, label))) {
            duplicates++;
        }
        labels.put(label.id, label);
    }

    private static boolean doubles(SoldLabel earlier, SoldLabel later) {
        return !earlier.voided && earlier.reference.equals(later.reference);
    }

    /** Sells a label, whatever was sold under the same reference before. */
    synchronized SoldLabel sell(Function<String, SoldLabel> print) {
        SoldLabel label = print.apply(numbers.take());
        keep(label);
        write(label);
        return label;
    }

    synchronized List<SoldLabel> find(String reference) {
        return labels.values().stream().filter(label -> label.reference.equals(reference)).toList();
    }

    synchronized Optional<SoldLabel> voidLabel(String id) {
        SoldLabel label = labels.get(id);
        if (label == null) {
            return Optional.empty();
        }
        if (!label.voided) {
            labels.put(id, label.asVoid());
            write(label.asVoid());
        }
        return Optional.of(label.asVoid());
    }

    synchronized Totals totals() {
        long voided = labels.values().stream().filter(SoldLabel::voided).count();
        return new Totals(labels.size(), voided, duplicates);
    }

    /** References under which more than one live label was paid. */
    synchronized List<String> doubledReferences() {
        Map<String, Integer> live = new LinkedHashMap<>();
        labels.values().stream()
                .filter(label -> !label.voided)
                .forEach(label -> live.merge(label.reference, 1, Integer::sum));
        List<String> doubled = new ArrayList<>();
        live.forEach(
                (reference, count) -> {
                    if (count > 1) {
                        doubled.add(reference);
                    }
                });
        return doubled;
    }

    private void write(SoldLabel label) {
        if (file == null) {
            return;
        }
        ByteBuffer line =
                ByteBuffer.wrap((Json.text(label) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.PrinterCondition;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What is known of one printer now, for everybody to read. One thread writes. */
final class ConditionBoard {
    private final List<Consumer<PrinterCondition>> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<PrinterCondition> conditions = Set.of(PrinterCondition.SILENT);

    void listen(Consumer<PrinterCondition> listener) {
        listeners.add(listener);
    }

    Set<PrinterCondition> conditions() {
        return conditions;
    }

    PrinterCondition worst() {
        return Collections.max(conditions);
    }

    void show(Set<PrinterCondition> now) {
        PrinterCondition before = worst();
        conditions = now;
        PrinterCondition worst = worst();
        if (worst != before) {
            listeners.forEach(listener -> listener.accept(worst));
        }
    }
}

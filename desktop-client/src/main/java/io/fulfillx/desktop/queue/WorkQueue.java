package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.session.NaturalOrder;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What waits here, in the order it should be done. */
public final class WorkQueue {
    /** By wave, then by order number as people count, then by parcel. */
    public static final Comparator<StoredJob> WORKING_ORDER =
            Comparator.comparing((StoredJob stored) -> stored.job().waveId().toString())
                    .thenComparing(stored -> stored.job().orderName(), NaturalOrder.INSTANCE)
                    .thenComparing(stored -> stored.job().orderId().toString())
                    .thenComparingInt(stored -> stored.job().parcelNumber());

    private static final List<QueueState> URGENCY =
            List.of(
                    QueueState.PACKING,
                    QueueState.PICKING,
                    QueueState.PICKED,
                    QueueState.LANE,
                    QueueState.TO_PICK,
                    QueueState.HELD,
                    QueueState.EXCEPTION,
                    QueueState.DONE);

    private final StationStore store;
    private final ZoneId zone;

    public WorkQueue(StationStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * @param search part of an order name, tote, SKU, barcode, title or name of the buyer; blank
     *     for all
     */
    public QueueView view(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        LocalDate today = LocalDate.ofInstant(store.clock().instant(), zone);
        Map<QueueState, Integer> counts = new EnumMap<>(QueueState.class);
        for (QueueState state : QueueState.values()) {
            counts.put(state, 0);
        }
        List<QueueRow> rows = new ArrayList<>();
        for (StoredJob stored : store.jobs().stream().sorted(WORKING_ORDER).toList()) {
            Optional<QueueState> state = stateOf(stored, today);
            if (state.isPresent()) {
                counts.merge(state.get(), 1, Integer::sum);
                if (matches(stored, wanted)) {
                    rows.add(new QueueRow(stored, state.get(), units(stored.job())));
                }
            }
        }
        // What can be worked on comes first, what is over last; within that, the working order.
        rows.sort(Comparator.comparingInt(row -> URGENCY.indexOf(row.state())));
        return new QueueView(rows, counts, store.tasks().open().size());
    }

    /** How many orders can be worked on without the server. */
    public int onHand() {
        return (int)
                store.jobs().stream()
                        .filter(StoredJob::open)
                        .map(stored -> stored.job().orderId())
                        .distinct()
                        .count();
    }

    /** The jobs to pick next: of the earliest wave that has any, at most so many. */
    public List<StoredJob> nextToPick(int most) {
        List<StoredJob> ready =
                store.jobs().stream()
                        .filter(stored -> stored.open())
                        .filter(stored -> stored.work().stage() == WorkStage.TO_PICK)
                        .sorted(WORKING_ORDER)
                        .toList();
        return ready.stream()
                .filter(stored -> stored.job().waveId().equals(ready.getFirst().job().waveId()))
                .limit(most)
                .toList();
    }

    /** Empty for what no longer concerns this station, such as a parcel shipped yesterday. */
    private Optional<QueueState> stateOf(StoredJob stored, LocalDate today) {
        WorkStage stage = stored.work().stage();
        if (stored.shipped()) {
            Instant finished = stored.work().finishedAt();
            boolean here = finished != null && LocalDate.ofInstant(finished, zone).equals(today);
            return here ? Optional.of(QueueState.DONE) : Optional.empty();
        }
        return switch (stored.job().state()) {
            case SHIPPED -> Optional.empty();
            case WITHDRAWN ->
                    // Only shown while something must be put back.
                    stage == WorkStage.TO_PICK || putBack(stored)
                            ? Optional.empty()
                            : Optional.of(QueueState.EXCEPTION);
            case HELD ->
                    Optional.of(stage == WorkStage.ASIDE ? QueueState.EXCEPTION : QueueState.HELD);
            case READY ->
                    Optional.of(
                            switch (stage) {
                                case TO_PICK -> QueueState.TO_PICK;
                                case PICKING -> QueueState.PICKING;
                                case PICKED -> QueueState.PICKED;
                                case PACKING -> QueueState.PACKING;
                                case PLATED -> QueueState.LANE;
                                case PACKED -> QueueState.DONE;
                                case ASIDE -> QueueState.EXCEPTION;
                            });
        };
    }

    private static boolean putBack(StoredJob stored) {
        return stored.work().stage() == WorkStage.ASIDE && stored.work().tote() == null;
    }

    private static int units(PackJob job) {
        return job.lines().stream().mapToInt(line -> line.quantity().units()).sum();
    }

    private static boolean matches(StoredJob stored, String wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        PackJob job = stored.job();
        return contains(job.orderName(), wanted)
                || contains(job.orderCode(), wanted)
                || contains(job.shipTo().name(), wanted)
                || contains(String.valueOf(stored.work().tote()), wanted)
                || job.lines().stream().anyMatch(line -> matches(line, wanted));
    }

    private static boolean matches(PackLine line, String wanted) {
        return contains(line.sku().value(), wanted)
                || contains(line.title(), wanted)
                || line.barcodes().stream().anyMatch(barcode -> contains(barcode, wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}

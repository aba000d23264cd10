package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.AgePolicy.Ages;
import io.fulfillx.backend.insight.BacklogCounts.Cell;
import io.fulfillx.backend.insight.BacklogCounts.HoldCell;
import io.fulfillx.backend.insight.InsightView.Backlog;
import io.fulfillx.backend.insight.InsightView.BacklogRow;
import io.fulfillx.backend.insight.InsightView.DueRow;
import io.fulfillx.backend.insight.InsightView.HoldRow;
import io.fulfillx.backend.insight.InsightView.Holds;
import io.fulfillx.backend.insight.InsightView.Late;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Makes reports of what was counted. */
final class BacklogPolicy {
    private BacklogPolicy() {}

    static Backlog backlog(BacklogCounts counts, Instant now) {
        Map<String, List<Cell>> byStatus = new TreeMap<>();
        counts.cells()
                .forEach(
                        cell ->
                                byStatus.computeIfAbsent(cell.status(), _ -> new ArrayList<>())
                                        .add(cell));
        List<BacklogRow> rows = new ArrayList<>();
        byStatus.forEach((status, cells) -> rows.add(row(status, cells, now)));
        return new Backlog(
                now,
                counts.follows(),
                sum(counts.cells(), Cell::orders),
                held(counts.cells()),
                sum(counts.cells(), Cell::lines),
                sum(counts.cells(), Cell::units),
                ages(counts.cells(), now),
                rows);
    }

    private static BacklogRow row(String status, List<Cell> cells, Instant now) {
        return new BacklogRow(
                status,
                sum(cells, Cell::orders),
                held(cells),
                sum(cells, Cell::lines),
                sum(cells, Cell::units),
                cells.stream().map(Cell::placedAt).min(Instant::compareTo).orElse(now),
                ages(cells, now));
    }

    private static int sum(List<Cell> cells, ToIntFunction<Cell> part) {
        return cells.stream().mapToInt(part).sum();
    }

    private static int held(List<Cell> cells) {
        return cells.stream().filter(Cell::held).mapToInt(Cell::orders).sum();
    }

    private static Ages ages(List<Cell> cells, Instant now) {
        return cells.stream()
                .map(cell -> AgePolicy.ages(cell.placedAt(), now, cell.orders()))
                .reduce(Ages.NONE, Ages::plus);
    }

    static Holds holds(BacklogCounts counts, Instant now) {
        Map<String, HoldRow> byType = new TreeMap<>();
        for (HoldCell cell : counts.holds()) {
            Ages ages = AgePolicy.ages(cell.since(), now, cell.holds());
            byType.merge(
                    cell.type(),
                    new HoldRow(cell.type(), cell.holds(), cell.since(), ages),
                    BacklogPolicy::both);
        }
        int all = counts.holds().stream().mapToInt(HoldCell::holds).sum();
        return new Holds(now, counts.follows(), all, List.copyOf(byType.values()));
    }

    private static HoldRow both(HoldRow one, HoldRow other) {
        Instant oldest = one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest();
        return new HoldRow(
                one.type(), one.holds() + other.holds(), oldest, one.ages().plus(other.ages()));
    }

    /**
     * @param soon what is due within that time is at risk
     */
    static Late late(BacklogCounts counts, CutoffPolicy cutoff, Duration soon, Instant now) {
        Map<Instant, DueRow> byDue = new TreeMap<>();
        for (Cell cell : counts.cells()) {
            Instant due = cutoff.dueAt(cell.placedAt());
            byDue.merge(
                    due,
                    new DueRow(due, cell.orders(), cell.held() ? cell.orders() : 0, cell.units()),
                    (one, other) ->
                            new DueRow(
                                    due,
                                    one.orders() + other.orders(),
                                    one.held() + other.held(),
                                    one.units() + other.units()));
        }
        int late = 0;
        int atRisk = 0;
        int onTime = 0;
        for (DueRow row : byDue.values()) {
            if (row.due().isBefore(now)) {
                late += row.orders();
            } else if (row.due().isBefore(now.plus(soon))) {
                atRisk += row.orders();
            } else {
                onTime += row.orders();
            }
        }
        return new Late(now, counts.follows(), late, atRisk, onTime, List.copyOf(byDue.values()));
    }
}

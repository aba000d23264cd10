package io.fulfillx.backend.insight;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.insight.AgePolicy.Ages;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the reports look like. */
final class InsightView {
    private InsightView() {}

    /**
     * Open orders.
     *
     * @param follows whether they were counted on the projection, else on the orders themselves
     */
    record Backlog(
            Instant at,
            boolean follows,
            int orders,
            int held,
            int lines,
            int units,
            Ages ages,
            List<BacklogRow> statuses) {}

    /**
     * Open orders of one status.
     *
     * @param oldest when the oldest was placed, to the quarter of an hour
     */
    record BacklogRow(
            String status, int orders, int held, int lines, int units, Instant oldest, Ages ages) {}

    record Holds(Instant at, boolean follows, int holds, List<HoldRow> types) {}

    record HoldRow(String type, int holds, Instant oldest, Ages ages) {}

    /**
     * Open orders by when they have to leave.
     *
     * @param atRisk due within the hours asked about
     */
    record Late(Instant at, boolean follows, int late, int atRisk, int onTime, List<DueRow> due) {}

    record DueRow(Instant due, int orders, int held, int units) {}

    /** What needs a person. */
    record Exceptions(
            Count shortLines,
            Count unknownLabels,
            Count failedLabels,
            List<Named> discrepancies,
            List<Named> deadLetters,
            Count unreadDeliveries) {}

    /**
     * @param oldest since when the oldest waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(int count, @Nullable Instant oldest) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(String name, int count, @Nullable Instant oldest) {}

    /** What was packed, by person and hour. */
    record Throughput(Instant from, int parcels, int lines, int units, List<WorkRow> work) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkRow(
            Instant hour,
            @Nullable UUID operatorId,
            @Nullable String operator,
            int parcels,
            int lines,
            int units) {}

    /**
     * How sound the stock is.
     *
     * @param oversold units promised that are not there; never more than 0
     */
    record Stock(
            int levels,
            long onHand,
            long reserved,
            long available,
            long quarantine,
            long damaged,
            long inspection,
            long inTransit,
            long oversold,
            int itemsWithoutStock,
            List<ExpiryRow> expiring) {}

    /** Units in stock whose lot is past its day, or soon will be. */
    record ExpiryRow(String sku, String lot, LocalDate expiresOn, long units) {}

    /** How far behind each follower is. */
    record Sync(
            Behind projection,
            boolean projectionFilled,
            Count channelStock,
            Count trackingUnsent,
            List<Named> outbox,
            List<StationRow> stations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Behind(int events, @Nullable Instant oldest) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StationRow(UUID stationId, String name, @Nullable Instant lastHeard) {}
}

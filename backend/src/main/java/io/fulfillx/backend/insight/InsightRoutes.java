package io.fulfillx.backend.insight;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.insight.BacklogStore.Mark;
import io.fulfillx.backend.insight.InsightView.Backlog;
import io.fulfillx.backend.insight.InsightView.Behind;
import io.fulfillx.backend.insight.InsightView.Exceptions;
import io.fulfillx.backend.insight.InsightView.Holds;
import io.fulfillx.backend.insight.InsightView.Late;
import io.fulfillx.backend.insight.InsightView.Stock;
import io.fulfillx.backend.insight.InsightView.Sync;
import io.fulfillx.backend.insight.InsightView.Throughput;
import io.fulfillx.backend.insight.InsightView.WorkRow;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Tx;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports over HTTP. */
final class InsightRoutes {
    private static final int MAX_DAYS = 30;
    private static final int SOON = 4;
    private static final int DAY_HOURS = 24;
    private static final int WEEK_HOURS = 7 * 24;
    private static final int MAX_HOURS = 24 * MAX_DAYS;

    private final Reads reads;
    private final ReadBacklog backlog;
    private final BacklogStore marks;
    private final FloorReportStore floor = new FloorReportStore();
    private final StockReportStore stock = new StockReportStore();
    private final Clock clock;

    InsightRoutes(Reads reads, ReadBacklog backlog, BacklogStore marks, Clock clock) {
        this.reads = reads;
        this.backlog = backlog;
        this.marks = marks;
        this.clock = clock;
    }

    List<Route> routes() {
        return Stream.of(orders(), floor()).flatMap(List::stream).toList();
    }

    private List<Route> orders() {
        return List.of(
                Route.get(
                                "/api/v1/insight/backlog",
                                Roles.LEADS,
                                "Count open orders by status and age",
                                Backlog.class,
                                this::backlog)
                        .problems(),
                Route.get(
                                "/api/v1/insight/holds",
                                Roles.LEADS,
                                "Count the holds of open orders by type and age",
                                Holds.class,
                                this::holds)
                        .problems(),
                Route.get(
                                "/api/v1/insight/late",
                                Roles.LEADS,
                                "Count open orders by when they have to leave",
                                Late.class,
                                this::late)
                        .query(
                                Query.text("cutoff", "Until when parcels leave, such as 15:30.")
                                        .whenAbsent("14:00"),
                                Query.text("zone", "Where, such as America/New_York.")
                                        .whenAbsent("UTC"),
                                Query.whole("days", "Working days until then.", 0, 0, MAX_DAYS),
                                Query.flag("weekends", "Whether weekends are worked on.")
                                        .whenAbsent("false"),
                                Query.whole("soonHours", "What is at risk.", SOON, 0, MAX_HOURS))
                        .problems());
    }

    private List<Route> floor() {
        return List.of(
                Route.get(
                                "/api/v1/insight/exceptions",
                                Roles.LEADS,
                                "Count what needs a person: shorts, labels, discrepancies, dead"
                                        + " letters",
                                Exceptions.class,
                                this::exceptions)
                        .query(hours(WEEK_HOURS))
                        .problems(),
                Route.get(
                                "/api/v1/insight/throughput",
                                Roles.LEADS,
                                "Count packed parcels, lines and units by person and hour",
                                Throughput.class,
                                this::throughput)
                        .query(hours(DAY_HOURS))
                        .problems(),
                Route.get(
                                "/api/v1/insight/stock",
                                Roles.LEADS,
                                "Sum the stock, and list lots past their day or near it",
                                Stock.class,
                                this::stock)
                        .query(Query.whole("days", "Lots whose day is so near.", MAX_DAYS, 0, 365))
                        .problems(),
                Route.get(
                                "/api/v1/insight/sync",
                                Roles.LEADS,
                                "Show how far behind reports, channels, the outbox and stations"
                                        + " are",
                                Sync.class,
                                this::sync)
                        .problems());
    }

    private static Query hours(int byDefault) {
        return Query.whole("hours", "How far back to look.", byDefault, 1, MAX_HOURS);
    }

    private Reply backlog(Call call) {
        BacklogCounts counts = backlog.counts(call.org(), call.position());
        return Reply.ok(BacklogPolicy.backlog(counts, clock.instant()));
    }

    private Reply holds(Call call) {
        BacklogCounts counts = backlog.counts(call.org(), call.position());
        return Reply.ok(BacklogPolicy.holds(counts, clock.instant()));
    }

    private Reply late(Call call) {
        CutoffPolicy cutoff =
                new CutoffPolicy(
                        cutoff(call.query("cutoff").orElse("14:00")),
                        zone(call.query("zone").orElse("UTC")),
                        call.number("days", 0, 0, MAX_DAYS),
                        call.query("weekends").filter("true"::equals).isPresent());
        Duration soon = Duration.ofHours(call.number("soonHours", SOON, 0, MAX_HOURS));
        BacklogCounts counts = backlog.counts(call.org(), call.position());
        return Reply.ok(BacklogPolicy.late(counts, cutoff, soon, clock.instant()));
    }

    private static LocalTime cutoff(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new Fault(Fault.Code.INVALID, "The parameter cutoff is a time such as 14:30.");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Fault(Fault.Code.INVALID, "The parameter zone is such as America/New_York.");
        }
    }

    private Reply exceptions(Call call) {
        Instant from = since(call, WEEK_HOURS);
        return Reply.ok(reads.inOrg(call.org(), call.position(), tx -> floor.exceptions(tx, from)));
    }

    private Reply throughput(Call call) {
        Instant from = since(call, DAY_HOURS);
        List<WorkRow> work = reads.inOrg(call.org(), call.position(), tx -> floor.work(tx, from));
        return Reply.ok(
                new Throughput(
                        from,
                        work.stream().mapToInt(WorkRow::parcels).sum(),
                        work.stream().mapToInt(WorkRow::lines).sum(),
                        work.stream().mapToInt(WorkRow::units).sum(),
                        work));
    }

    private Instant since(Call call, int byDefault) {
        int hours = call.number("hours", byDefault, 1, MAX_HOURS);
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private Reply stock(Call call) {
        int days = call.number("days", MAX_DAYS, 0, 365);
        LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
        return Reply.ok(reads.inOrg(call.org(), call.position(), tx -> stock.stock(tx, until)));
    }

    private Reply sync(Call call) {
        return Reply.ok(reads.inOrg(call.org(), call.position(), this::sync));
    }

    private Sync sync(Tx tx) {
        Optional<Mark> mark = marks.mark(tx);
        return new Sync(
                mark.map(known -> marks.behind(tx, known)).orElse(new Behind(0, null)),
                mark.map(Mark::filled).orElse(false),
                floor.channelStock(tx),
                floor.unsentTracking(tx),
                floor.outbox(tx),
                floor.stations(tx));
    }
}

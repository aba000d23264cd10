package io.fulfillx.backend.identity;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;
import io.fulfillx.model.sync.StationView;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stations as one fleet, over HTTP. */
final class FleetRoutes {
    private static final int MAX_MESSAGE = 200;
    private static final int MAX_STATE = 60;

    private final Transactions transactions;
    private final FleetStore fleet;
    private final Clock clock;

    FleetRoutes(Transactions transactions, FleetStore fleet, Clock clock) {
        this.transactions = transactions;
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * @param text null or empty takes the message away
     */
    record Message(@Nullable String text) {}

    record Drain(boolean draining) {}

    record Nothing() {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/stations",
                                Roles.FLEET_LEADS,
                                "List stations: program, last sight, backlog, devices, orders",
                                StationView[].class,
                                this::list)
                        .paged(),
                Route.post(
                        "/api/v1/stations/{stationId}/message",
                        Roles.FLEET_LEADS,
                        "Show a message at a station, or take it away",
                        Message.class,
                        StationView.class,
                        this::message),
                Route.post(
                        "/api/v1/stations/{stationId}/drain",
                        Roles.FLEET_LEADS,
                        "Give a station no new work, or give it some again",
                        Drain.class,
                        StationView.class,
                        this::drain),
                Route.post(
                        "/api/v1/stations/{stationId}/revoke",
                        Roles.FLEET_MANAGERS,
                        "Take a station out for good; what it signed before is still taken",
                        Nothing.class,
                        StationView.class,
                        this::revoke),
                Route.post(
                        "/api/v1/stations/{stationId}/enrolment-codes",
                        Roles.FLEET_MANAGERS,
                        "Make a new one-time code for a station, with its barcode",
                        Nothing.class,
                        EnrolmentCode.class,
                        this::code),
                Route.postSelfIdentified(
                        "/api/v1/sync/status",
                        Roles.STATIONS,
                        "Say how the station stands, and hear what is wanted of it",
                        StationReport.class,
                        StationOrders.class,
                        this::report));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID after = Page.after(call).orElse(null);
        List<StationView> rows =
                transactions.inOrg(call.org(), tx -> fleet.page(tx, after, limit + 1));
        return Reply.ok(Page.of(rows, limit, row -> row.stationId().value()));
    }

    private interface Change {
        void on(Tx tx, StationId station);
    }

    private StationView change(Call call, Change change) {
        StationId station = new StationId(call.id("stationId", "station"));
        return transactions.inOrg(
                call.org(),
                tx -> {
                    requireStation(tx, station);
                    change.on(tx, station);
                    return requireStation(tx, station);
                });
    }

    private StationView requireStation(Tx tx, StationId station) {
        return fleet.find(tx, station).orElseThrow(() -> Fault.notFound("station"));
    }

    private Reply message(Call call) {
        String text = call.body(Message.class).text();
        String shown = text == null || text.isBlank() ? null : text.strip();
        if (shown != null && shown.length() > MAX_MESSAGE) {
            throw Fault.invalid("/text", "A message has at most " + MAX_MESSAGE + " characters.");
        }
        return Reply.ok(change(call, (tx, station) -> fleet.message(tx, station, shown)));
    }

    private Reply drain(Call call) {
        boolean draining = call.body(Drain.class).draining();
        return Reply.ok(change(call, (tx, station) -> fleet.drain(tx, station, draining)));
    }

    private Reply revoke(Call call) {
        return Reply.ok(change(call, (tx, station) -> fleet.revoke(tx, station, clock.instant())));
    }

    private Reply code(Call call) {
        String code = EnrolStation.newCode();
        Instant expires = clock.instant().plus(EnrolStation.CODE_LIFE);
        StationView station =
                change(
                        call,
                        (tx, id) -> {
                            if (!fleet.expectAgain(tx, id, Tokens.sha256(code), expires)) {
                                throw new Fault(
                                        Fault.Code.NOT_ALLOWED_NOW,
                                        "This station was revoked. Make a new one.");
                            }
                        });
        return Reply.created(
                new EnrolmentCode(
                        station.stationId(), station.name(), code, expires, CodeBars.svg(code)));
    }

    private Reply report(Call call) {
        int protocol = StationProtocol.require(call);
        StationId station = new StationId(call.principal().subject());
        StationReport report = call.body(StationReport.class);
        if (report.backlog() < 0) {
            throw Fault.invalid("/backlog", "This is 0 or more.");
        }
        state(report.program(), "/program");
        state(report.printer(), "/printer");
        state(report.scanner(), "/scanner");
        state(report.scale(), "/scale");
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            fleet.report(tx, station, protocol, report, clock.instant());
                            StationView now = requireStation(tx, station);
                            return new StationOrders(now.message(), now.draining());
                        }));
    }

    private static void state(@Nullable String text, String pointer) {
        if (text == null || text.length() > MAX_STATE) {
            throw Fault.invalid(
                    pointer,
                    "This field is required and has at most " + MAX_STATE + " characters.");
        }
    }
}

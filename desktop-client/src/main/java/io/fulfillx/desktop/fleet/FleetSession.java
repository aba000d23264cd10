package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.session.NaturalOrder;
import io.fulfillx.desktop.sync.FleetDesk;
import io.fulfillx.desktop.sync.FleetDesk.Answer;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;
import io.fulfillx.model.sync.StationView;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a lead sees and wants of all stations. It opens by badge or PIN, which the server checks,
 * and for a few minutes. Its methods wait for the server: call them beside the scans, one at a
 * time.
 */
public final class FleetSession {
    private static final Set<String> LEADS = Set.of("lead", "manager", "admin");
    private static final int UNAUTHENTICATED = 401;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private final OperatorCard operator;
    private final Supplier<Optional<FleetDesk>> desks;
    private final Clock clock;
    private final Supplier<UUID> keys;
    private volatile @Nullable FloorPass pass;
    private volatile FleetSight sight = FleetSight.NOTHING;

    /** The station that was wanted last, while nobody knows whether the server heard of it. */
    private @Nullable Wish unanswered;

    private record Wish(String name, UUID key) {}

    /**
     * @param desks empty while this station belongs to no server
     * @param keys of requests
     */
    public FleetSession(
            OperatorCard operator,
            Supplier<Optional<FleetDesk>> desks,
            Clock clock,
            Supplier<UUID> keys) {
        this.operator = operator;
        this.desks = desks;
        this.clock = clock;
        this.keys = keys;
    }

    /** Whether it is theirs to look after stations. */
    public static boolean isFor(OperatorCard operator) {
        return LEADS.contains(operator.role());
    }

    /** Whether the badge or PIN was shown and still counts. */
    public boolean isOpen() {
        return pass != null;
    }

    /** Whether stations may be taken out and let in. */
    public boolean isManager() {
        FloorPass known = pass;
        return known != null && known.manager();
    }

    /** What is known of the stations. */
    public FleetSight sight() {
        return sight;
    }

    /** From now on the badge is wanted again. What was seen stays, with its time. */
    public void close() {
        pass = null;
    }

    public FleetStep byBadge(BadgeCode badge) {
        return open(new FloorSignIn(operator.operatorId(), badge.secret(), null));
    }

    public FleetStep byPin(String pin) {
        return open(new FloorSignIn(operator.operatorId(), null, pin));
    }

    private FleetStep open(FloorSignIn who) {
        return switch (ask(desk -> desk.admit(who))) {
            case Answer.Given<FloorPass>(FloorPass given) -> {
                pass = given;
                yield refresh();
            }
            case Answer.Silence<FloorPass> _ -> new FleetStep.Offline();
            case Answer.Refusal<FloorPass>(int status, String _) when status == TOO_MANY ->
                    new FleetStep.Wait();
            case Answer.Refusal<FloorPass> _ -> new FleetStep.WrongProof();
        };
    }

    /** Asks how all stations stand. */
    public FleetStep refresh() {
        FloorPass known = pass;
        if (known == null) {
            return new FleetStep.Ended();
        }
        return switch (ask(desk -> desk.stations(known))) {
            case Answer.Given<List<StationView>>(List<StationView> found) -> {
                List<StationView> byName =
                        found.stream()
                                .sorted(
                                        Comparator.comparing(
                                                StationView::name, NaturalOrder.INSTANCE))
                                .toList();
                sight = new FleetSight(byName, clock.instant(), true);
                yield new FleetStep.Opened(byName.size());
            }
            case Answer.Silence<List<StationView>> _ -> {
                sight = sight.stale();
                yield new FleetStep.Offline();
            }
            case Answer.Refusal<List<StationView>>(int status, String detail) ->
                    refused(status, detail);
        };
    }

    /**
     * @param text empty takes the message away
     */
    public FleetStep message(StationView station, String text) {
        String shown = text.strip();
        return change(
                (desk, known, key) -> desk.message(known, station.stationId(), shown, key),
                shown.isEmpty()
                        ? new FleetStep.MessageTaken(station.name())
                        : new FleetStep.Messaged(station.name()));
    }

    /** Gives it no new work; one that has none gets some again. */
    public FleetStep drain(StationView station) {
        boolean wanted = !station.draining();
        return change(
                (desk, known, key) -> desk.drain(known, station.stationId(), wanted, key),
                wanted
                        ? new FleetStep.Drained(station.name())
                        : new FleetStep.Undrained(station.name()));
    }

    /** For good. */
    public FleetStep revoke(StationView station) {
        return change(
                (desk, known, key) -> desk.revoke(known, station.stationId(), key),
                new FleetStep.Revoked(station.name()));
    }

    private interface Change {
        Answer<StationView> on(FleetDesk desk, FloorPass pass, UUID key);
    }

    private FleetStep change(Change change, FleetStep done) {
        FloorPass known = pass;
        if (known == null) {
            return new FleetStep.Ended();
        }
        UUID key = keys.get();
        return switch (ask(desk -> change.on(desk, known, key))) {
            case Answer.Given<StationView>(StationView now) -> {
                sight = sight.with(now);
                yield done;
            }
            case Answer.Silence<StationView> _ -> new FleetStep.Unanswered();
            case Answer.Refusal<StationView>(int status, String detail) -> refused(status, detail);
        };
    }

    /** A code for a station, or why there is none. */
    public record Made(FleetStep step, Optional<EnrolmentCode> code) {}

    /** Lets a station of that name in. */
    public Made expect(String name) {
        Wish wish = unanswered;
        // After a lost answer the same wish again brings the same code.
        Wish now = wish != null && wish.name().equals(name) ? wish : new Wish(name, keys.get());
        unanswered = now;
        return made((desk, known) -> desk.expect(known, name, now.key()), name);
    }

    /** Lets a station that is there in once more, after its key was lost. */
    public Made newCode(StationView station) {
        StationId id = station.stationId();
        UUID key = keys.get();
        return made((desk, known) -> desk.newCode(known, id, key), station.name());
    }

    private interface Making {
        Answer<EnrolmentCode> by(FleetDesk desk, FloorPass pass);
    }

    private Made made(Making making, String name) {
        FloorPass known = pass;
        if (known == null) {
            return new Made(new FleetStep.Ended(), Optional.empty());
        }
        Answer<EnrolmentCode> answer = ask(desk -> making.by(desk, known));
        if (!(answer instanceof Answer.Silence<EnrolmentCode>)) {
            unanswered = null;
        }
        return switch (answer) {
            case Answer.Given<EnrolmentCode>(EnrolmentCode code) ->
                    new Made(new FleetStep.Expected(name), Optional.of(code));
            case Answer.Silence<EnrolmentCode> _ ->
                    new Made(new FleetStep.Unanswered(), Optional.empty());
            case Answer.Refusal<EnrolmentCode>(int status, String _) when status == CONFLICT ->
                    new Made(new FleetStep.NameTaken(name), Optional.empty());
            case Answer.Refusal<EnrolmentCode>(int status, String detail) ->
                    new Made(refused(status, detail), Optional.empty());
        };
    }

    private FleetStep refused(int status, String detail) {
        if (status == UNAUTHENTICATED) {
            pass = null;
            return new FleetStep.Ended();
        }
        return new FleetStep.Refused(detail);
    }

    private <T> Answer<T> ask(Function<FleetDesk, Answer<T>> question) {
        return desks.get().map(question).orElseGet(Answer.Silence::new);
    }
}

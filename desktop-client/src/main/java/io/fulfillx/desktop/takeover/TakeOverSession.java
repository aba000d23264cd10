package io.fulfillx.desktop.takeover;

import io.fulfillx.desktop.sync.OtherStations;
import io.fulfillx.desktop.sync.OtherStations.Answer;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.RecallRequest;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who has a parcel whose tote, order or label was scanned, and the lead's answer to whether it is
 * to be taken over. Its methods wait for the server: call them beside the scans, one at a time.
 */
public final class TakeOverSession {
    private static final Set<String> LEADS = Set.of("lead", "manager", "admin");
    private static final int FORBIDDEN = 403;

    private final OperatorCard operator;
    private final Supplier<Optional<OtherStations>> others;
    private final Supplier<UUID> keys;
    private volatile @Nullable Question open;

    /**
     * @param key of the request, so that it happens once however often it is sent
     */
    private record Question(RecallRequest code, String scanned, ClaimNotice claim, UUID key) {}

    /**
     * @param others empty while this station belongs to no server
     */
    public TakeOverSession(
            OperatorCard operator, Supplier<Optional<OtherStations>> others, Supplier<UUID> keys) {
        this.operator = operator;
        this.others = others;
        this.keys = keys;
    }

    /** Whether the scan may name a parcel of another station at all. */
    public static boolean mayBeElsewhere(Scan scan) {
        return switch (ScanMeaning.of(scan)) {
            case ScanMeaning.Own(OwnCode code) ->
                    code instanceof ToteCode || code instanceof OrderCode;
            case ScanMeaning.Parcel _ -> true;
            case ScanMeaning.Product _, ScanMeaning.ShippingUnit _, ScanMeaning.Garbage _ -> false;
        };
    }

    /** Asks who has what was scanned. */
    public TakeOverStep ask(Scan scan) {
        open = null;
        String scanned = scan.text().strip();
        RecallRequest code = request(scan, null);
        return switch (answer(asked -> asked.find(code))) {
            case Answer.Silence() -> new TakeOverStep.Offline(scanned);
            case Answer.Refusal _ -> new TakeOverStep.NobodyHasIt(scanned);
            case Answer.Claims(List<ClaimNotice> claims) when claims.isEmpty() ->
                    new TakeOverStep.NobodyHasIt(scanned);
            case Answer.Claims(List<ClaimNotice> claims) -> {
                ClaimNotice first = claims.getFirst();
                if (!LEADS.contains(operator.role())) {
                    yield new TakeOverStep.NotALead(first.orderName(), first.stationName());
                }
                // Of several parcels each has a number of its own: none can stand for all.
                RecallRequest seen = request(scan, claims.size() == 1 ? first.epoch() : null);
                open = new Question(seen, scanned, first, keys.get());
                yield new TakeOverStep.Ask(first.orderName(), first.stationName());
            }
        };
    }

    /** Whether a lead's answer is waited for. */
    public boolean isAsking() {
        return open != null;
    }

    /** Whether this scan says yes. */
    public boolean isYes(Scan scan) {
        Question question = open;
        return question != null
                && (scan.text().strip().equals(question.scanned())
                        || ScanMeaning.own(scan)
                                .equals(Optional.of(ActionCode.of(ActionCode.Action.CONFIRM))));
    }

    /** The question again, after something that was no answer. */
    public Optional<TakeOverStep> remind() {
        return Optional.ofNullable(open)
                .map(question -> new TakeOverStep.OtherCode(question.claim().orderName()));
    }

    /** The lead has it in their hands. Empty when nothing was asked. */
    public Optional<TakeOverStep> yes() {
        Question question = open;
        if (question == null) {
            return Optional.empty();
        }
        String order = question.claim().orderName();
        TakeOverStep step =
                switch (answer(asked -> asked.take(question.code(), question.key()))) {
                    case Answer.Claims _ ->
                            new TakeOverStep.TakenOver(order, question.claim().stationName());
                    case Answer.Silence() -> new TakeOverStep.Unanswered(order);
                    case Answer.Refusal(int status) when status == FORBIDDEN ->
                            new TakeOverStep.NotALead(order, question.claim().stationName());
                    case Answer.Refusal _ -> new TakeOverStep.TooLate(order);
                };
        if (!(step instanceof TakeOverStep.Unanswered)) {
            open = null;
        }
        return Optional.of(step);
    }

    /** The parcel stays where it is. */
    public void no() {
        open = null;
    }

    private interface Call {
        Answer of(OtherStations others);
    }

    private Answer answer(Call call) {
        return others.get().map(call::of).orElseGet(Answer.Silence::new);
    }

    private RecallRequest request(Scan scan, @Nullable Integer epoch) {
        return switch (ScanMeaning.own(scan).orElse(null)) {
            case ToteCode tote ->
                    new RecallRequest(tote.number(), null, null, epoch, operator.operatorId());
            case OrderCode order ->
                    new RecallRequest(null, null, order.number(), epoch, operator.operatorId());
            case null, default ->
                    new RecallRequest(
                            null, scan.text().strip(), null, epoch, operator.operatorId());
        };
    }
}

package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.backend.sync.RuleOnAct.Told;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Protocol;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes rows of a station's journal, each once and in order. The effects of some rows, their
 * verdicts and the journal's progress commit together. What physically happened is never refused:
 * where the books say otherwise it is kept as a discrepancy.
 */
final class TakeCommands {
    private static final Logger LOG = LoggerFactory.getLogger(TakeCommands.class);

    /** Rows that commit together: a fifth of a second of work, which keeps what they lock. */
    private static final int TOGETHER = 128;

    private final Commits commits;
    private final StationJournals journals;
    private final RuleOnAct ruleOnAct;
    private final BookRows bookRows;
    private final LongWork longWork;

    /**
     * @param longWork where rows are booked: many stations that come back at once leave room for
     *     people at desks
     */
    TakeCommands(
            Commits commits,
            StationJournals journals,
            RuleOnAct ruleOnAct,
            BookRows bookRows,
            LongWork longWork) {
        this.commits = commits;
        this.journals = journals;
        this.ruleOnAct = ruleOnAct;
        this.bookRows = bookRows;
        this.longWork = longWork;
    }

    /** How far a batch came. */
    sealed interface Taken {
        /** In words that a station of that version of the protocol knows. */
        default Taken understoodBy(int version) {
            return switch (this) {
                case All(long lastN, var verdicts) when version < Protocol.TELLS_EXCEPTIONS ->
                        new All(lastN, verdicts.stream().map(TakeCommands::plain).toList());
                case All _, Gap _ -> this;
            };
        }

        record All(long lastN, List<CommandVerdict> verdicts) implements Taken {}

        /** Rows before this batch are missing; nothing of it was taken. */
        record Gap(long lastN) implements Taken {}
    }

    /**
     * @param rows in order, without gaps among themselves
     * @throws Fault CONFLICT when this journal must not go on
     */
    Taken take(Origin origin, List<JournalRow> rows) {
        OrgId org = origin.org();
        long last = commits.inOrg(org, tx -> journals.lastN(tx, origin));
        if (!rows.isEmpty() && rows.getFirst().n() > last + 1) {
            return new Taken.Gap(last);
        }
        List<CommandVerdict> verdicts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            List<JournalRow> next = rows.subList(from, Math.min(from + TOGETHER, rows.size()));
            try {
                verdicts.addAll(longWork.run(() -> taken(origin, next)));
            } catch (JournalOver over) {
                throw over.asFault();
            }
        }
        return new Taken.All(commits.inOrg(org, tx -> journals.lastN(tx, origin)), verdicts);
    }

    private static CommandVerdict plain(CommandVerdict verdict) {
        return verdict.verdict() == Verdict.APPLIED_WITH_EXCEPTION
                ? new CommandVerdict(verdict.n(), Verdict.APPLIED, null)
                : verdict;
    }

    /** Together if that can be; else each is booked, or fails, by itself. */
    private List<CommandVerdict> taken(Origin origin, List<JournalRow> rows) {
        if (rows.size() > 1) {
            try {
                return attempt(origin, rows, null);
            } catch (JournalOver over) {
                throw over;
            } catch (RuntimeException e) {
                LOG.info("rows from {} of {} come one by one", rows.getFirst().n(), origin, e);
            }
        }
        return rows.stream().flatMap(row -> alone(origin, row).stream()).toList();
    }

    /**
     * A failure is tried a second time, as it may come from work done at the same moment. After
     * that the row is kept as a discrepancy, so that it cannot block those behind it for ever.
     */
    private List<CommandVerdict> alone(Origin origin, JournalRow row) {
        try {
            return attempt(origin, List.of(row), null);
        } catch (JournalOver over) {
            throw over;
        } catch (RuntimeException first) {
            try {
                return attempt(origin, List.of(row), null);
            } catch (JournalOver over) {
                throw over;
            } catch (RuntimeException second) {
                LOG.error("row {} of {} cannot be booked", row.n(), origin.station(), second);
                return notBooked(origin, row, new Contradicts("not-booked", reason(second)));
            }
        }
    }

    /** It still has its rule, unless that fails as well. */
    private List<CommandVerdict> notBooked(Origin origin, JournalRow row, Contradicts failed) {
        try {
            return attempt(origin, List.of(row), failed);
        } catch (JournalOver over) {
            throw over;
        } catch (RuntimeException third) {
            LOG.error("row {} of {} has no rule", row.n(), origin.station(), third);
            return bookRows.book(
                    origin,
                    List.of(row),
                    (_, acts) -> Map.of(row.onParcel().orElseThrow().parcelId(), List.of(failed)));
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Fault fault
                ? fault.detail()
                : "The server failed to book it. The log has the correlation id.";
    }

    private List<CommandVerdict> attempt(
            Origin origin, List<JournalRow> rows, @Nullable Contradicts failed) {
        return bookRows.book(
                origin,
                rows,
                (tx, acts) ->
                        ruleOnAct.rule(
                                tx,
                                acts.stream().map(each -> told(origin, each)).toList(),
                                failed));
    }

    private static Told told(Origin origin, List<JournalRow> acts) {
        JournalRow first = acts.getFirst();
        return new Told(
                new Act(
                        first.commandId(),
                        origin.station(),
                        first.operatorId(),
                        first.recordedAt()),
                acts.stream().map(row -> row.onParcel().orElseThrow()).toList(),
                first.claimEpoch(),
                first.correlationId());
    }
}

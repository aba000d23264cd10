package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.launcher.simulate.Books.Life;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.JournalOpened;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Servers that keep journals wrongly. */
final class BadJournals {
    private BadJournals() {}

    /** Rows are taken, what was said about them is forgotten. */
    static final class NoVerdicts extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public void insert(Tx tx, StationId station, String epoch, List<Ruled> rows) {}
            };
        }
    }

    /** The journal's end is kept even when the rest of the transaction is not. */
    static final class NumberAlone extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public void advance(
                        Tx tx,
                        StationId station,
                        String epoch,
                        Journal before,
                        long n,
                        @Nullable String hash) {
                    super.advance(tx, station, epoch, before, n, hash);
                    books.keep();
                }
            };
        }
    }

    /** A batch is taken wherever it begins. */
    static final class NoGapCheck extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public Optional<Journal> find(Tx tx, StationId station, String epoch) {
                    return super.find(tx, station, epoch)
                            .or(() -> Optional.of(new Journal(0, "", "", null)))
                            .map(
                                    journal ->
                                            new Journal(
                                                    Math.max(journal.lastN(), 1_000_000),
                                                    journal.head(),
                                                    journal.machine(),
                                                    journal.burned()));
                }

                @Override
                public Optional<Stored> row(Tx tx, StationId station, String epoch, long n) {
                    return super.row(tx, station, epoch, n);
                }
            };
        }
    }

    /** An act that comes under another journal is another act. */
    static final class NoIds extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public Map<UUID, Stored> known(Tx tx, Collection<UUID> commands) {
                    return Map.of();
                }
            };
        }
    }

    /** Nobody is told that an epoch is over. */
    static final class SameEpoch extends Parts {
        @Override
        JournalOpened heard(JournalOpened answer) {
            return new JournalOpened(answer.generation(), answer.lastN(), answer.protocol(), null);
        }
    }

    /** Whoever comes may write. */
    static final class NoGeneration extends Parts {
        @Override
        OwnerBook owners(Books books) {
            return new MemoryOwners(books) {
                @Override
                public Optional<Owner> find(Tx tx, StationId station) {
                    return Optional.empty();
                }
            };
        }
    }

    /** The row before may have been any other. */
    static final class NoChain extends Parts {
        @Override
        JournalBook journals(MemoryJournals journals, Books books) {
            return new MemoryJournals(books) {
                @Override
                public void advance(
                        Tx tx,
                        StationId station,
                        String epoch,
                        Journal before,
                        long n,
                        @Nullable String hash) {
                    super.advance(tx, station, epoch, before, n, null);
                }

                @Override
                public Journal lock(Tx tx, StationId station, String epoch) {
                    Journal found = super.lock(tx, station, epoch);
                    boolean began = books().journals.has(new Life(station, epoch));
                    return began
                            ? new Journal(found.lastN(), "", found.machine(), found.burned())
                            : found;
                }
            };
        }
    }
}

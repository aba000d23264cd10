package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.sync.LeaseNumbers;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps numbers at hand, so that a parcel can be closed without the network. */
final class BorrowNumbers {
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final int UNKNOWN = 404;
    private static final int NOT_NOW = 409;

    private final StationStore store;
    private final StationIdentity identity;
    private final ServerClient client;
    private final Map<String, Long> nextNanos = new HashMap<>();

    BorrowNumbers(StationStore store, StationIdentity identity, ServerClient client) {
        this.store = store;
        this.identity = identity;
        this.client = client;
    }

    void ifLow() throws IOException, InterruptedException, ServerRefusal {
        for (String carrier : needed()) {
            Long next = nextNanos.get(carrier);
            if (next == null || System.nanoTime() - next >= 0) {
                borrow(carrier);
            }
        }
    }

    /** Plates always, and the carriers that the jobs at hand name. */
    private Set<String> needed() {
        Set<String> carriers =
                store.jobs().stream()
                        .map(stored -> stored.job().leased())
                        .filter(Objects::nonNull)
                        .map(LeasedService::carrier)
                        .collect(Collectors.toCollection(TreeSet::new));
        carriers.add(LentNumbers.PLATES);
        return carriers;
    }

    private void borrow(String carrier) throws IOException, InterruptedException, ServerRefusal {
        Optional<LeaseNumbers> wanted = store.numbers().wanted(carrier);
        if (wanted.isEmpty()) {
            return;
        }
        try {
            store.numbers().lent(wanted.get(), client.lease(identity, wanted.get()));
        } catch (ServerRefusal e) {
            // A server of an earlier release has none, and one that does not know this journal yet
            // gives none before it was opened. Others are used up.
            if (e.status() != UNKNOWN && e.status() != NOT_NOW) {
                throw e;
            }
            nextNanos.put(carrier, System.nanoTime() + LATER.toNanos());
        }
    }
}

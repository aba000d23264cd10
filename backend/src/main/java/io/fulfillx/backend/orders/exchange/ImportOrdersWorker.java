package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.backend.orders.exchange.ImportStore.Chunk;
import io.fulfillx.backend.orders.exchange.ImportStore.OrderImport;
import io.fulfillx.backend.orders.exchange.ImportStore.State;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes files in, chunk by chunk through the same intake as everything else. The count of rows that
 * are done commits together with their orders, so a server that was killed goes on where it was.
 */
public final class ImportOrdersWorker implements Worker {
    /** Of the news that there is something to do. */
    static final String TOPIC = "import";

    private static final Duration PACE = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(ImportOrdersWorker.class);
    private static final int CHUNK = 200;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String ALREADY =
            "An order of this id is here already; it was left as it is.";

    private final Transactions transactions;
    private final OrderActs orders;
    private final FileParts parts;
    private final Clock clock;
    private final String instance;
    private final ImportStore imports = new ImportStore();

    ImportOrdersWorker(
            Transactions transactions,
            OrderActs orders,
            FileParts parts,
            Clock clock,
            String instance) {
        this.transactions = transactions;
        this.orders = orders;
        this.parts = parts;
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public String name() {
        return "import-orders";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(TOPIC);
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public Next runOnce(OrgId org) {
        if (!transactions.inOrg(org, imports::anyRunning)) {
            return Next.WHEN_WOKEN;
        }
        Instant now = clock.instant();
        Optional<UUID> claimed =
                transactions.inOrg(org, tx -> imports.claim(tx, instance, now, now.plus(LEASE)));
        claimed.ifPresent(id -> run(org, id));
        // Another process may have it, and die.
        return claimed.isPresent() ? Next.AT_ONCE : Next.SOON;
    }

    private void run(OrgId org, UUID id) {
        OrderImport job = transactions.inOrg(org, tx -> imports.find(tx, id)).orElseThrow();
        try (Reader file = parts.open(org, id, job.parts())) {
            Iterator<FileOrder> found =
                    switch (job.layout().format()) {
                        case CSV -> new CsvOrders(file, job.layout());
                        case JSONL -> new JsonOrders(file);
                    };
            if (goOn(org, job, found)) {
                end(org, job, State.DONE, null);
            } else if (transactions.inOrg(org, tx -> imports.find(tx, id)).orElseThrow().state()
                    == State.CANCELLED) {
                parts.delete(org, id, job.parts());
            }
        } catch (Fault fault) {
            end(org, job, State.FAILED, fault.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(OrgId org, OrderImport job, State state, @Nullable String why) {
        transactions.inOrg(
                org,
                tx -> {
                    imports.become(tx, job.importId(), state, why);
                    return state;
                });
        parts.delete(org, job.importId(), job.parts());
    }

    /** False when it was cancelled on the way. */
    private boolean goOn(OrgId org, OrderImport job, Iterator<FileOrder> found) {
        long done = 0;
        while (done < job.records() && found.hasNext()) {
            done += found.next().rows();
        }
        List<FileOrder> chunk = new ArrayList<>(CHUNK);
        while (found.hasNext()) {
            chunk.add(found.next());
            if (chunk.size() == CHUNK || !found.hasNext()) {
                long before = done;
                if (!take(org, job, before, chunk)) {
                    return false;
                }
                done += chunk.stream().mapToLong(FileOrder::rows).sum();
                chunk.clear();
            }
        }
        return true;
    }

    private boolean take(OrgId org, OrderImport job, long before, List<FileOrder> chunk) {
        try {
            return transactions.inOrg(org, tx -> take(tx, job, before, chunk));
        } catch (RuntimeException e) {
            if (chunk.size() == 1) {
                return refuse(org, job, before, chunk.getFirst(), e);
            }
            LOG.warn("a chunk of import {} failed; its orders are tried alone", job.importId(), e);
            long done = before;
            for (FileOrder each : chunk) {
                if (!take(org, job, done, List.of(each))) {
                    return false;
                }
                done += each.rows();
            }
            return true;
        }
    }

    private boolean take(Tx tx, OrderImport job, long before, List<FileOrder> chunk) {
        if (!imports.isAt(tx, job.importId(), before)) {
            return false;
        }
        List<FileOrder> good = chunk.stream().filter(each -> each.order() != null).toList();
        List<FileOrder> told = new ArrayList<>(chunk);
        told.removeAll(good);
        int bad = told.size();
        List<OrderActs.TakenIn> taken =
                orders.receive(
                        tx,
                        job.channelId(),
                        good.stream().map(each -> Objects.requireNonNull(each.order())).toList(),
                        job.actor());
        int known = 0;
        for (int i = 0; i < taken.size(); i++) {
            if (!taken.get(i).isNew()) {
                known++;
                told.add(refused(good.get(i), ALREADY));
            }
        }
        imports.addErrors(tx, job.importId(), told);
        Chunk done =
                new Chunk(
                        chunk.stream().mapToLong(FileOrder::rows).sum(),
                        (long) good.size() - known,
                        known,
                        bad);
        imports.progress(tx, job.importId(), done, clock.instant().plus(LEASE));
        return true;
    }

    /** The intake itself could not take it, alone and twice. */
    private boolean refuse(
            OrgId org, OrderImport job, long before, FileOrder order, RuntimeException cause) {
        FileOrder told = refused(order, "It could not be taken in: " + cause.getMessage());
        return transactions.inOrg(
                org,
                tx -> {
                    if (!imports.isAt(tx, job.importId(), before)) {
                        return false;
                    }
                    imports.addErrors(tx, job.importId(), List.of(told));
                    Chunk done = new Chunk(order.rows(), 0, 0, 1);
                    imports.progress(tx, job.importId(), done, clock.instant().plus(LEASE));
                    return true;
                });
    }

    private static FileOrder refused(FileOrder order, String why) {
        return new FileOrder(
                order.line(),
                order.rows(),
                order.key(),
                null,
                List.of(new Problem(order.line(), "", why)));
    }
}

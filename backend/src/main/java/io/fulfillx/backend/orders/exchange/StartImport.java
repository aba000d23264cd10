package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.exchange.ImportStore.OrderImport;
import io.fulfillx.backend.orders.exchange.ImportStore.State;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.Optional;
import java.util.UUID;

/** A file on its way in: its parts, its start, its end. */
final class StartImport {
    static final int MOST_PARTS = 100_000;

    private final FileParts parts;
    private final ImportStore imports = new ImportStore();

    StartImport(FileParts parts) {
        this.parts = parts;
    }

    /**
     * Parts come in any order, each as often as it is sent; the numbers have no gap at the start.
     *
     * @throws Fault NOT_FOUND, NOT_ALLOWED_NOW, or CONFLICT when another part has the number
     */
    OrderImport addPart(Tx tx, UUID id, int number, byte[] content) {
        OrderImport job = lock(tx, id, State.UPLOADING);
        if (content.length == 0) {
            throw Fault.invalid("", "The body is a part of the file.");
        }
        String sha = Tokens.sha256(content);
        Optional<String> known = imports.partHash(tx, id, number);
        if (known.isPresent()) {
            if (!known.get().equals(sha)) {
                throw new Fault(Fault.Code.CONFLICT, "Another part was sent by this number.");
            }
            return job;
        }
        parts.put(tx.org(), id, number, content);
        imports.addPart(tx, id, number, content.length, sha);
        return get(tx, id);
    }

    /** A running import goes on running. */
    OrderImport start(Tx tx, UUID id) {
        OrderImport job = imports.lock(tx, id).orElseThrow(() -> Fault.notFound("import"));
        if (job.state() == State.RUNNING || job.state() == State.DONE) {
            return job;
        }
        OrderImport waiting = lock(tx, id, State.UPLOADING);
        if (waiting.parts() == 0 || imports.partHash(tx, id, waiting.parts()).isEmpty()) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "Parts are missing: they are numbered from 1 without a gap.");
        }
        imports.become(tx, id, State.RUNNING, null);
        tx.wakeAfterCommit(ImportOrdersWorker.TOPIC);
        return get(tx, id);
    }

    /** What came in stays; the rest does not come. */
    OrderImport cancel(Tx tx, UUID id) {
        OrderImport job = imports.lock(tx, id).orElseThrow(() -> Fault.notFound("import"));
        if (job.state() == State.UPLOADING || job.state() == State.RUNNING) {
            imports.become(tx, id, State.CANCELLED, null);
        }
        return get(tx, id);
    }

    OrderImport get(Tx tx, UUID id) {
        return imports.find(tx, id).orElseThrow(() -> Fault.notFound("import"));
    }

    private OrderImport lock(Tx tx, UUID id, State state) {
        OrderImport job = imports.lock(tx, id).orElseThrow(() -> Fault.notFound("import"));
        if (job.state() != state) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "The import is " + job.state() + ".");
        }
        return job;
    }
}

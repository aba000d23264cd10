package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes down, in the transaction that decides it, what must happen next. The {@link OutboxWorker}
 * then makes it happen at least once.
 */
public final class Outbox {
    private static final String ADD =
            """
            insert into outbox
              (org_id, outbox_id, topic, subject_id, correlation_id, status, next_at)
            values (:org, :id, :topic, :subject, :correlation, 'PENDING', now())
            """;
    private static final String ADD_ALL =
            """
            insert into outbox
              (org_id, outbox_id, topic, subject_id, correlation_id, status, next_at)
            select :org, id, :topic, subject, correlation, 'PENDING', now()
            from jsonb_to_recordset(cast(:added as jsonb))
              as a(id uuid, subject uuid, correlation text)
            """;

    private final Supplier<UUID> ids;

    public Outbox(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** The topic of the news that there is something to be done. */
    public static String news(String topic) {
        return "outbox/" + topic;
    }

    /**
     * @param topic which handler it is for
     * @param subject what it is about; the handler reads the current state itself
     */
    public void add(Tx tx, String topic, UUID subject) {
        tx.sql(ADD)
                .with("id", ids.get())
                .with("topic", topic)
                .with("subject", subject)
                .with("correlation", Correlation.current())
                .run();
        tx.wakeAfterCommit(news(topic));
    }

    /** Something to be done for a subject, in the name of who asked for it. */
    public record Task(UUID subject, String correlation) {}

    private record Added(UUID id, UUID subject, String correlation) {}

    /** The same for many subjects at once. */
    public void addAll(Tx tx, String topic, Collection<UUID> subjects) {
        String correlation = Correlation.current();
        addTasks(tx, topic, subjects.stream().map(each -> new Task(each, correlation)).toList());
    }

    /** The same for many subjects, each with the id of the request that it comes from. */
    public void addTasks(Tx tx, String topic, Collection<Task> tasks) {
        if (!tasks.isEmpty()) {
            tx.sql(ADD_ALL)
                    .with("topic", topic)
                    .withJson(
                            "added",
                            tasks.stream()
                                    .map(
                                            each ->
                                                    new Added(
                                                            ids.get(),
                                                            each.subject(),
                                                            each.correlation()))
                                    .toList())
                    .run();
            tx.wakeAfterCommit(news(topic));
        }
    }
}

package io.fulfillx.backend.platform.job;

import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.Set;

/**
 * A bounded, idempotent piece of background work. An organisation is looked at by one thread at a
 * time; different ones may be looked at together.
 */
public interface Worker {
    /** Its name in logs and metrics. */
    String name();

    /** The topics of news after which there may be something to do. */
    Set<String> wokenBy();

    /** Does at most one batch of this organisation's work. */
    Next runOnce(OrgId org);

    /**
     * The shortest time between two looks at an organisation that had nothing more to do. The first
     * commit after a pause is looked at once; where one follows the other, a few are looked at
     * together, or the lookers would keep the database busier than those who commit.
     */
    default Duration pace() {
        return Duration.ofMillis(100);
    }

    /** How many organisations may be looked at together: more than one for work that waits. */
    default int together() {
        return 1;
    }

    /** When to look at the organisation again. */
    enum Next {
        /** There is more to do. */
        AT_ONCE,
        /** Something waits for its time, so that nobody will wake the worker for it. */
        SOON,
        /** Nothing waits. */
        WHEN_WOKEN;

        /** At once when there is more to do, else when there is news. */
        public static Next atOnceIf(boolean more) {
            return more ? AT_ONCE : WHEN_WOKEN;
        }
    }
}

package io.fulfillx.backend.platform.job;

import java.util.function.Supplier;

/** Where work is done that would keep others waiting. */
public interface LongWork {
    /** Does it and gives its result; throws what the work throws. */
    <T> T run(Supplier<T> work);

    /** In the caller's own thread, where nobody else waits. */
    static LongWork here() {
        return new LongWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }
}

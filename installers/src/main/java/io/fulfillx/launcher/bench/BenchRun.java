package io.fulfillx.launcher.bench;

import io.fulfillx.launcher.demo.Progress;

import java.nio.file.Path;

/**
 * One call of a benchmark.
 *
 * @param quick a sample of at most two minutes
 * @param part the only part to measure; empty for all
 * @param operations how many a part that counts them does; 0 for its own number
 * @param folder empty, for its data
 */
public record BenchRun(
        boolean quick, String part, long operations, Path folder, Progress progress) {
    /** Whether this part is asked for. */
    public boolean wants(String name) {
        return part.isEmpty() || part.equals(name);
    }
}

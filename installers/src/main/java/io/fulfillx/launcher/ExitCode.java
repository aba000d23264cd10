package io.fulfillx.launcher;

/** What a command's exit code says beyond 0. */
public final class ExitCode {
    /** It did not hold what it promises. */
    public static final int BROKEN = 1;

    /** A program of ours failed. */
    public static final int FAILED = 70;

    private ExitCode() {}
}

package io.fulfillx.launcher.process;

/** A program did not do what it was started for; the message is for the person at the terminal. */
public final class ProgramFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProgramFailed(String message) {
        super(message);
    }

    public ProgramFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.fulfillx.desktop.sync;

/** The server answered, and it was not what was asked for. */
public final class ServerRefusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    public ServerRefusal(int status, String code, String detail) {
        super(status + " " + code + ": " + detail);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The problem's own code, such as {@code station-unknown}; {@code http-502} without one. */
    public String code() {
        return code;
    }

    /** Whether the same request may succeed later without anybody doing something. */
    public boolean passing() {
        return status >= 500 || status == 408 || status == 425 || status == 429;
    }
}

package io.fulfillx.desktop.sync;

/** The server answered, and it was not what was asked for. */
public final class ServerRefusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final String detail;

    public ServerRefusal(int status, String code, String detail) {
        super(status + " " + code + ": " + detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** The problem's own code, such as {@code station-unknown}; {@code http-502} without one. */
    public String code() {
        return code;
    }

    /** The problem's sentence; empty without one. */
    public String detail() {
        return detail;
    }

    /** Whether the same request may succeed later without anybody doing something. */
    public boolean passing() {
        return status >= 500 || status == 408 || status == 425 || status == 429;
    }
}

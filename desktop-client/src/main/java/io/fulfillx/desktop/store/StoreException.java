package io.fulfillx.desktop.store;

/** The station's store cannot be used; the message is a plain sentence for the operator. */
public final class StoreException extends RuntimeException {
    private final String code;

    public StoreException(String code, String message) {
        super(message);
        this.code = code;
    }

    public StoreException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Such as {@code store-in-use} or {@code store-damaged}. */
    public String code() {
        return code;
    }
}

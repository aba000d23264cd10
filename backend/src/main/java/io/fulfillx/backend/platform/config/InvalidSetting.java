package io.fulfillx.backend.platform.config;

/** A setting that stops the start. Its message is for the person who wrote the setting. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSetting(String message) {
        super(message);
    }
}

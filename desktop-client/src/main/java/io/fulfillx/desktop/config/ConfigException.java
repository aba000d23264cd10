package io.fulfillx.desktop.config;

/** The configuration cannot be used; the message says which key and what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}

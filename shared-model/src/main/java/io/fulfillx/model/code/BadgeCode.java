package io.fulfillx.model.code;

/** An operator badge: whoever holds it may sign in at a station. */
public record BadgeCode(String secret) implements OwnCode {
    public BadgeCode {
        if (!OwnCode.valid(secret)) {
            throw new IllegalArgumentException("1 to 24 upper-case letters and digits: " + secret);
        }
    }

    @Override
    public String text() {
        return "FXB" + secret;
    }
}

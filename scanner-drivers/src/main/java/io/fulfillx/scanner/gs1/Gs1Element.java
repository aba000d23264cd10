package io.fulfillx.scanner.gs1;

/** One application identifier with its value, which has the form it should. */
public record Gs1Element(ApplicationIdentifier identifier, String value) {
    /** The identifier's two to four digits. */
    public String ai() {
        return identifier.code();
    }

    @Override
    public String toString() {
        return "(" + ai() + ")" + value;
    }
}

package io.fulfillx.model.code;

/** A stock location. The code is the location name without punctuation. */
public record LocationCode(String code) implements OwnCode {
    public LocationCode {
        if (!OwnCode.valid(code)) {
            throw new IllegalArgumentException("1 to 24 upper-case letters and digits: " + code);
        }
    }

    @Override
    public String text() {
        return "FXL" + code;
    }
}

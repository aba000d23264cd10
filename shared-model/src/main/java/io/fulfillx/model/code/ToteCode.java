package io.fulfillx.model.code;

/** A tote that carries the items of one order from pick to pack. */
public record ToteCode(String number) implements OwnCode {
    public ToteCode {
        if (!OwnCode.valid(number)) {
            throw new IllegalArgumentException("1 to 24 upper-case letters and digits: " + number);
        }
    }

    @Override
    public String text() {
        return "FXT" + number;
    }
}

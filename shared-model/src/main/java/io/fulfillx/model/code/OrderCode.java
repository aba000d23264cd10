package io.fulfillx.model.code;

/** An order or parcel, by the number printed on its pick list. */
public record OrderCode(String number) implements OwnCode {
    public OrderCode {
        if (!OwnCode.valid(number)) {
            throw new IllegalArgumentException("1 to 24 upper-case letters and digits: " + number);
        }
    }

    @Override
    public String text() {
        return "FXO" + number;
    }
}

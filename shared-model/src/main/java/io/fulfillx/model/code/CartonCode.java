package io.fulfillx.model.code;

/** An empty carton type. */
public record CartonCode(String carton) implements OwnCode {
    public CartonCode {
        if (!OwnCode.valid(carton)) {
            throw new IllegalArgumentException("1 to 24 upper-case letters and digits: " + carton);
        }
    }

    @Override
    public String text() {
        return "FXK" + carton;
    }
}

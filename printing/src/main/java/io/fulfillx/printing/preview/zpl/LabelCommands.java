package io.fulfillx.printing.preview.zpl;

/** Commands about the label as a whole. */
final class LabelCommands {
    private static final int FAR = 32_000;

    /**
     * How many labels come out.
     *
     * @param total of all labels
     * @param same labels in a row with the same serial number
     */
    record Quantity(int total, int same) {}

    private final Workbench bench;
    private Quantity quantity = new Quantity(1, 1);

    LabelCommands(Workbench bench) {
        this.bench = bench;
    }

    void nextLabel() {
        quantity = new Quantity(1, 1);
        bench.modes.inverted = false;
    }

    Quantity quantity() {
        return quantity;
    }

    boolean execute(String name, Parameters parameters) {
        Modes modes = bench.modes;
        switch (name) {
            case "^LH" -> {
                modes.homeX = parameters.number(0, modes.homeX, 0, FAR);
                modes.homeY = parameters.number(1, modes.homeY, 0, FAR);
            }
            case "^LS" -> modes.shiftLeft = parameters.number(0, 0, -FAR, FAR);
            case "^LT" -> modes.shiftDown = parameters.number(0, 0, -120, 120);
            case "^PW" -> modes.printWidth = parameters.number(0, modes.printWidth, 2, FAR);
            case "^LL" -> {}
            case "^PO" -> modes.inverted = parameters.letter(0, 'N') == 'I';
            case "^PM" -> modes.mirrored = parameters.yes(0, false);
            case "^LR" -> modes.reversed = parameters.yes(0, false);
            case "^CI" -> characterSet(parameters.number(0, 0));
            case "^BY" -> bars(parameters);
            case "^PQ" ->
                    quantity =
                            new Quantity(
                                    parameters.number(0, 1, 1, 99_999_999),
                                    Math.max(1, parameters.number(2, 0, 0, 99_999_999)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void characterSet(int number) {
        if (CharacterSet.known(number)) {
            bench.modes.charset = number;
        } else {
            bench.warn("The character set " + number + " is not known to the preview.");
        }
    }

    private void bars(Parameters parameters) {
        Modes modes = bench.modes;
        modes.module = parameters.number(0, modes.module, 1, 999);
        modes.ratio = Math.clamp(parameters.decimal(1).orElse(modes.ratio), 2, 3);
        modes.barHeight = parameters.number(2, modes.barHeight, 1, FAR);
    }
}

package io.fulfillx.printing.preview.zpl;

import java.util.Optional;

/** Commands that choose a symbology for the data of the field. */
final class BarcodeCommands {
    private static final int FAR = 32_000;

    private final Workbench bench;

    BarcodeCommands(Workbench bench) {
        this.bench = bench;
    }

    boolean execute(String name, Parameters parameters) {
        Barcode barcode =
                switch (name) {
                    case "^BC" ->
                            new Code128Barcode(
                                    bars(parameters, 1, 2, true, 3),
                                    quarters(parameters),
                                    parameters.letter(5, 'N'));
                    default -> null;
                };
        if (barcode == null) {
            return false;
        }
        bench.field().barcode = Optional.of(barcode);
        return true;
    }

    private int quarters(Parameters parameters) {
        return parameters.quarters(0, bench.modes.quarters);
    }

    /** The shared parameters at the positions a symbology has them. */
    private Bars bars(Parameters parameters, int height, int line, boolean usual, int above) {
        double tall = parameters.decimal(height).orElse(bench.modes.barHeight);
        return new Bars(
                bench.modes.module,
                bench.modes.ratio,
                (int) Math.clamp(Math.ceil(tall), 1, FAR),
                parameters.yes(line, usual),
                parameters.yes(above, false));
    }
}

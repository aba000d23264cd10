package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Dpi;

import uk.org.okapibarcode.backend.Code2Of5.ToFMode;

import java.util.Optional;
import java.util.function.Function;

/** Commands that choose a symbology for the data of the field. */
final class BarcodeCommands {
    private static final int FAR = 32_000;

    private final Workbench bench;
    private final Dpi dpi;

    BarcodeCommands(Workbench bench, Dpi dpi) {
        this.bench = bench;
        this.dpi = dpi;
    }

    boolean execute(String name, Parameters parameters) {
        if (name.length() != 3 || !name.startsWith("^B")) {
            return false;
        }
        Optional<Barcode> barcode = linear(name.charAt(2), parameters);
        if (barcode.isEmpty()) {
            barcode = twoDimensional(name.charAt(2), parameters);
        }
        if (barcode.isPresent()) {
            bench.field().barcode = barcode;
        }
        return barcode.isPresent();
    }

    private Optional<Barcode> linear(char letter, Parameters at) {
        return Optional.ofNullable(
                switch (letter) {
                    case 'C' ->
                            new Code128Barcode(
                                    bars(at, 1, 2, true, 3), turn(at), at.letter(5, 'N'));
                    case '1' -> {
                        Bars bars = bars(at, 2, 3, true, 4);
                        boolean one = at.yes(1, false);
                        yield turned(at, data -> LinearSymbols.code11(data, bars, one));
                    }
                    case '2' -> {
                        Bars bars = bars(at, 1, 2, true, 3);
                        boolean checked = at.yes(4, false);
                        yield turned(at, data -> LinearSymbols.interleaved(data, bars, checked));
                    }
                    case '3' -> {
                        Bars bars = bars(at, 2, 3, true, 4);
                        boolean checked = at.yes(1, false);
                        yield turned(at, data -> LinearSymbols.code39(data, bars, checked));
                    }
                    case 'A' -> {
                        Bars bars = bars(at, 1, 2, true, 3);
                        yield turned(at, data -> LinearSymbols.code93(data, bars));
                    }
                    case 'I' -> twoOfFive(at, ToFMode.INDUSTRIAL);
                    case 'J' -> twoOfFive(at, ToFMode.MATRIX);
                    case 'K' -> {
                        Bars bars = bars(at, 2, 3, true, 4);
                        char start = at.letter(5, 'A');
                        char stop = at.letter(6, 'A');
                        yield turned(at, data -> LinearSymbols.codabar(data, bars, start, stop));
                    }
                    case 'L' -> {
                        Bars bars = bars(at, 1, 9, true, 2);
                        yield turned(at, data -> LinearSymbols.logmars(data, bars));
                    }
                    case 'M' -> {
                        Bars bars = bars(at, 2, 3, true, 4);
                        char check = at.letter(1, 'B');
                        yield turned(at, data -> LinearSymbols.msi(data, bars, check));
                    }
                    case 'E' -> retail(at, RetailBarcode.Kind.EAN_13);
                    case '8' -> retail(at, RetailBarcode.Kind.EAN_8);
                    case 'U' -> retail(at, RetailBarcode.Kind.UPC_A);
                    case '9' -> retail(at, RetailBarcode.Kind.UPC_E);
                    case 'S' -> {
                        Bars bars = bars(at, 1, 2, true, 3);
                        yield turned(at, data -> addOn(data, bars));
                    }
                    default -> null;
                });
    }

    private Optional<Barcode> twoDimensional(char letter, Parameters at) {
        int module = bench.modes.module;
        return Optional.ofNullable(
                switch (letter) {
                    case '0', 'O' ->
                            new AztecBarcode(
                                    turn(at), at.number(1, usualScale(), 1, 10), at.number(3, 0));
                    case '4' -> turned(at, data -> StackedSymbols.code49(data, module));
                    case '5', 'Z' -> postal(letter, at);
                    case '7' -> pdf417(at);
                    case 'B' -> turned(at, data -> StackedSymbols.codablock(data, module));
                    case 'D' -> new MaxiCodeBarcode(at.number(0, 2, 2, 6), dpi);
                    case 'F' -> {
                        int height = at.number(1, bench.modes.barHeight, 1, FAR);
                        yield turned(at, data -> StackedSymbols.microPdf417(data, module, height));
                    }
                    case 'Q' -> qr(at);
                    case 'R' -> dataBar(at);
                    case 'X' -> dataMatrix(at);
                    default -> null;
                });
    }

    private int turn(Parameters parameters) {
        return parameters.quarters(0, bench.modes.quarters);
    }

    private Barcode turned(Parameters parameters, Function<String, SymbolArt> art) {
        return new TurnedBarcode(turn(parameters), art);
    }

    /** Modules of matrix symbols are about a hundredth of an inch by default. */
    private int usualScale() {
        return dpi.nominal() / 100;
    }

    private Barcode twoOfFive(Parameters at, ToFMode mode) {
        Bars bars = bars(at, 1, 2, true, 3);
        return turned(at, data -> LinearSymbols.twoOfFive(data, bars, mode));
    }

    private Barcode retail(Parameters at, RetailBarcode.Kind kind) {
        return new RetailBarcode(bars(at, 1, 2, true, 3), turn(at), kind);
    }

    private static SymbolArt addOn(String data, Bars bars) {
        String digits = EanUpc.digits(data, data.length() <= 2 ? 2 : 5);
        return bars.art(EanUpc.addOn(digits), digits);
    }

    private Barcode postal(char letter, Parameters at) {
        int height = at.number(1, bench.modes.barHeight, 1, FAR);
        int module = bench.modes.module;
        boolean planet = letter == '5' || at.number(4, 0) == 1;
        return turned(
                at,
                data ->
                        StackedSymbols.postal(
                                data.replaceAll("[^0-9]", ""), planet, module, height));
    }

    private Barcode pdf417(Parameters at) {
        int module = bench.modes.module;
        int columns = at.number(3, 0, 0, 30);
        int rows = at.number(4, 0, 0, 90);
        int usual = Math.max(1, bench.modes.barHeight / Math.max(1, rows));
        int height = at.number(1, usual, 1, FAR);
        int security = at.number(2, 0, 0, 8);
        boolean truncated = at.yes(5, false);
        return turned(
                at,
                data ->
                        StackedSymbols.pdf417(
                                data, module, height, security, columns, rows, truncated));
    }

    private Barcode qr(Parameters at) {
        int mask = at.number(4, 7, -1, 7);
        return new QrBarcode(
                at.number(2, usualScale(), 1, 100),
                at.letter(3, 'Q'),
                at.text(4).isEmpty() || mask < 0 ? Optional.empty() : Optional.of(mask),
                bench.modes.barHeight);
    }

    private Barcode dataBar(Parameters at) {
        int type = at.number(1, 1, 1, 12);
        int module = at.number(2, bench.modes.module, 1, 10);
        int height = at.number(4, 25, 1, FAR);
        int segments = at.number(5, 22, 2, 22);
        return turned(at, data -> StackedSymbols.dataBar(data, type, module, height, segments));
    }

    private Barcode dataMatrix(Parameters at) {
        int columns = at.number(3, 0, 0, 144);
        int rows = at.number(4, 0, 0, 144);
        int usual = bench.modes.barHeight / Math.max(rows, 1);
        if (at.number(2, 200) != 200 && at.number(2, 200) != 0) {
            bench.warn("A Data Matrix is drawn with error correction ECC 200.");
        }
        String escape = at.text(6);
        return new DataMatrixBarcode(
                turn(at),
                Math.max(1, at.number(1, usual, 1, FAR)),
                columns,
                rows,
                escape.isEmpty() ? '~' : escape.charAt(0),
                at.number(7, 1) == 2);
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

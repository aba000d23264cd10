package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads with the decoders of ZXing, which are given one likely place after the other. */
public final class ZxingReader implements SymbolReader {
    private static final LinearScan LINEAR = new LinearScan(ZxingBars::decode);
    private static final List<MatrixCode> SQUARES =
            List.of(
                    new QrCodeMatrix(),
                    new DataMatrixMatrix(),
                    new AztecMatrix(),
                    new Pdf417Matrix());

    @Override
    public List<Symbol> read(Bitmap picture) {
        List<Symbol> bars =
                SymbolReaders.union(
                        List.of(), LINEAR.scan(picture).stream().map(LinearFind::symbol).toList());
        return SymbolReaders.union(bars, matrices(picture, bars, true));
    }

    /**
     * The two-dimensional symbols.
     *
     * @param known symbols whose places need not be looked at
     * @param worn whether dots may be missing, which takes longer
     */
    static List<Symbol> matrices(Bitmap picture, List<Symbol> known, boolean worn) {
        List<Symbol> found = new ArrayList<>(MaxiCodes.read(picture));
        for (Symbol.Area box : MatrixBoxes.find(picture)) {
            boolean seen =
                    known.stream().anyMatch(symbol -> mostlyInside(box, symbol.area()))
                            || found.stream().anyMatch(symbol -> mostlyInside(box, symbol.area()));
            if (!seen) {
                read(picture, box, worn).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Symbol> read(Bitmap picture, Symbol.Area box, boolean worn) {
        Dots dots = Dots.of(picture, box);
        Optional<MatrixHit> hit = read(dots);
        if (hit.isEmpty() && worn && dots.worn()) {
            hit = read(dots.healed());
        }
        if (hit.isEmpty() && worn && square(box)) {
            hit = readWorn(dots);
        }
        return hit.map(found -> new Symbol(found.kind(), found.aimId(), found.payload(), box));
    }

    private static Optional<MatrixHit> read(Dots dots) {
        for (MatrixCode code : SQUARES) {
            Optional<MatrixHit> hit = code.read(dots);
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    private static boolean square(Symbol.Area box) {
        return box.width() >= 30
                && box.width() < 1.1 * box.height()
                && box.height() < 1.1 * box.width();
    }

    private static Optional<MatrixHit> readWorn(Dots dots) {
        for (MatrixCode code : SQUARES) {
            Optional<MatrixHit> hit = code.readWorn(dots);
            if (hit.isPresent()) {
                return hit;
            }
        }
        return Optional.empty();
    }

    private static boolean mostlyInside(Symbol.Area box, Symbol.Area other) {
        int across =
                Math.min(box.x() + box.width(), other.x() + other.width())
                        - Math.max(box.x(), other.x());
        int down =
                Math.min(box.y() + box.height(), other.y() + other.height())
                        - Math.max(box.y(), other.y());
        return across > 0 && down > 0 && 2L * across * down > (long) box.width() * box.height();
    }
}

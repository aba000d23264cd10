package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.aztec.detector.Detector;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws Data Matrix, QR and Aztec codes again on whole dots. */
final class MatrixRedraw {
    private static final int SMALLEST = 16;
    private static final List<MatrixCode> CODES =
            List.of(new QrCodeMatrix(), new DataMatrixMatrix(), new AztecMatrix());

    private MatrixRedraw() {}

    /**
     * @param target where symbols are looked for
     * @param picture a copy of it, where they are redrawn
     */
    static List<Symbol> redraw(BufferedImage page, PageScale scale, Bitmap target, Bitmap picture) {
        List<Symbol> redrawn = new ArrayList<>();
        for (Symbol.Area box : MatrixBoxes.find(target)) {
            boolean square =
                    box.width() >= SMALLEST
                            && box.width() < 1.1 * box.height()
                            && box.height() < 1.1 * box.width();
            boolean known = redrawn.stream().anyMatch(symbol -> overlap(symbol.area(), box));
            if (square && !known) {
                redraw(page, scale, box, picture).ifPresent(redrawn::add);
            }
        }
        return redrawn;
    }

    private static boolean overlap(Symbol.Area one, Symbol.Area other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static Optional<Symbol> redraw(
            BufferedImage page, PageScale scale, Symbol.Area box, Bitmap picture) {
        Symbol.Area around =
                new Symbol.Area(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2);
        Symbol.Area fine = InkBox.of(page, scale.onPage(around));
        if (fine.width() < SMALLEST || fine.height() < SMALLEST) {
            return Optional.empty();
        }
        Dots dots = Dots.of(page, fine);
        for (MatrixCode code : CODES) {
            Optional<MatrixHit> hit = code.read(dots);
            if (hit.isPresent()) {
                return ModuleSquare.of(dots, size(hit.get().kind(), dots))
                        .flatMap(
                                square ->
                                        draw(
                                                picture,
                                                box,
                                                square,
                                                hit.get(),
                                                fine.width() / scale.across()));
            }
        }
        return Optional.empty();
    }

    /** Modules on a side; 0 when the library does not say. */
    private static int size(Symbology kind, Dots dots) {
        try {
            return switch (kind) {
                case QR_CODE ->
                        new com.google.zxing.qrcode.detector.Detector(DotMatrix.of(dots))
                                .detect()
                                .getBits()
                                .getWidth();
                case AZTEC -> new Detector(DotMatrix.of(dots)).detect().getBits().getWidth();
                default -> DataMatrixGrid.size(dots);
            };
        } catch (ReaderException e) {
            return 0;
        }
    }

    private static Optional<Symbol> draw(
            Bitmap picture, Symbol.Area box, ModuleSquare square, MatrixHit hit, double exact) {
        int module =
                WholeModule.ofSquares(
                        exact / square.size(),
                        larger -> surroundedByWhite(picture, box, larger * square.size(), larger));
        if (module == 0) {
            return Optional.empty();
        }
        int side = module * square.size();
        int left = box.x() + Math.floorDiv(box.width() - side, 2);
        int top = box.y() + Math.floorDiv(box.height() - side, 2);
        int clear = Math.max(side, Math.max(box.width(), box.height())) + 2;
        int clearLeft = Math.min(left, box.x()) - 1;
        int clearTop = Math.min(top, box.y()) - 1;
        Bitmap before = picture.crop(clearLeft, clearTop, clear, clear);
        picture.fill(box.x(), box.y(), box.width(), box.height(), false);
        square.draw(picture, left, top, module);
        Symbol.Area area = new Symbol.Area(left, top, side, side);
        boolean same =
                CODES.stream()
                        .map(code -> code.read(Dots.of(picture, area)))
                        .flatMap(Optional::stream)
                        .anyMatch(hit::equals);
        if (same) {
            return Optional.of(new Symbol(hit.kind(), hit.aimId(), hit.payload(), area));
        }
        for (int y = 0; y < clear; y++) {
            for (int x = 0; x < clear; x++) {
                picture.set(clearLeft + x, clearTop + y, before.get(x, y));
            }
        }
        return Optional.empty();
    }

    private static boolean surroundedByWhite(
            Bitmap picture, Symbol.Area box, int side, int module) {
        int grown = (side - box.width() + 1) / 2 + 2 * module;
        for (int y = box.y() - grown; y < box.y() + box.height() + grown; y++) {
            for (int x = box.x() - grown; x < box.x() + box.width() + grown; x++) {
                boolean inside =
                        x >= box.x()
                                && y >= box.y()
                                && x < box.x() + box.width()
                                && y < box.y() + box.height();
                if (!inside && picture.get(x, y)) {
                    return false;
                }
            }
        }
        return box.x() >= grown && box.y() >= grown;
    }
}

package io.fulfillx.printing.symbol;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;

import java.util.Optional;

/** What ZXing decoded, in our words. */
final class ZxingSymbol {
    private ZxingSymbol() {}

    /** Empty when it is a kind that does not stand on labels. */
    static Optional<Symbol> of(Result result, Symbol.Area area) {
        return kind(result.getBarcodeFormat())
                .map(
                        kind -> {
                            String aim = aimId(result, kind);
                            return new Symbol(
                                    kind, aim, payload(result.getText(), aim, kind), area);
                        });
    }

    /** The box around the points ZXing found. */
    static Symbol.Area area(Result result) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : result.getResultPoints()) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        return new Symbol.Area(
                (int) left, (int) top, (int) (right - left) + 1, (int) (bottom - top) + 1);
    }

    private static String aimId(Result result, Symbology kind) {
        if (kind == Symbology.CODE_128) {
            return result.getText().startsWith("]C1") ? "]C1" : "]C0";
        }
        Object id =
                result.getResultMetadata() == null
                        ? null
                        : result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        return id == null ? kind.plainAimId() : id.toString();
    }

    private static String payload(String text, String aimId, Symbology kind) {
        return switch (kind) {
            case CODE_128 -> code128(text.startsWith("]C1") ? text.substring(3) : text);
            case UPC_A -> "0" + text;
            case UPC_E -> Gtins.expandUpcE(text);
            case DATA_MATRIX ->
                    aimId.equals("]d2") && text.startsWith("\u001d") ? text.substring(1) : text;
            default -> text;
        };
    }

    /** The library takes a check character with the value of FNC1 for a separator. */
    private static String code128(String text) {
        return text.endsWith("\u001d") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<Symbology> kind(BarcodeFormat format) {
        return switch (format) {
            case CODE_128 -> Optional.of(Symbology.CODE_128);
            case CODE_39 -> Optional.of(Symbology.CODE_39);
            case CODE_93 -> Optional.of(Symbology.CODE_93);
            case CODABAR -> Optional.of(Symbology.CODABAR);
            case ITF -> Optional.of(Symbology.ITF);
            case EAN_13 -> Optional.of(Symbology.EAN_13);
            case EAN_8 -> Optional.of(Symbology.EAN_8);
            case UPC_A -> Optional.of(Symbology.UPC_A);
            case UPC_E -> Optional.of(Symbology.UPC_E);
            case RSS_14, RSS_EXPANDED -> Optional.of(Symbology.DATABAR);
            case DATA_MATRIX -> Optional.of(Symbology.DATA_MATRIX);
            case QR_CODE -> Optional.of(Symbology.QR_CODE);
            case AZTEC -> Optional.of(Symbology.AZTEC);
            case PDF_417 -> Optional.of(Symbology.PDF_417);
            case MAXICODE -> Optional.of(Symbology.MAXICODE);
            case UPC_EAN_EXTENSION -> Optional.empty();
        };
    }
}

package io.fulfillx.printing.symbol;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads with the decoders of ZXing, which are given one likely place after the other. */
public final class ZxingReader implements SymbolReader {
    @Override
    public List<Symbol> read(Bitmap picture) {
        int[] pixels = new int[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                pixels[y * picture.width() + x] = picture.get(x, y) ? 0 : 0xffffff;
            }
        }
        var source = new RGBLuminanceSource(picture.width(), picture.height(), pixels);
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        List<Symbol> symbols = new ArrayList<>();
        try {
            for (Result result :
                    new GenericMultipleBarcodeReader(new MultiFormatReader())
                            .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), hints)) {
                ZxingSymbol.of(result, ZxingSymbol.area(result)).ifPresent(symbols::add);
            }
        } catch (NotFoundException e) {
            return List.of();
        }
        return symbols;
    }
}

package io.fulfillx.backend.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;

/** A code as bars that a scanner reads off the screen or off paper. */
final class CodeBars {
    private static final int HEIGHT = 40;

    private CodeBars() {}

    /** Code 128 in a picture whose unit is one module, with a quiet zone at both sides. */
    static String svg(String code) {
        BitMatrix bars = new Code128Writer().encode(code, BarcodeFormat.CODE_128, 0, 1);
        StringBuilder path = new StringBuilder();
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                path.append("M").append(x).append(" 0h1v").append(HEIGHT).append("h-1z");
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                + bars.getWidth()
                + " "
                + HEIGHT
                + "\" shape-rendering=\"crispEdges\"><path d=\""
                + path
                + "\"/></svg>";
    }
}

package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.nio.charset.StandardCharsets;

/** Labels of our own in ZPL II, as text in UTF-8. */
final class ZplBuilder implements LabelBuilder {
    private final LabelSetup setup;
    private final StringBuilder zpl = new StringBuilder();

    ZplBuilder(LabelSetup setup) {
        this.setup = setup;
        zpl.append(ZplEncoder.start(setup)).append("^CI28");
    }

    @Override
    public ZplBuilder text(int x, int y, int height, String text) {
        at(x, y).append("^A0N,").append(height).append("^FH^FD").append(ZplText.escape(text));
        return end();
    }

    @Override
    public ZplBuilder line(int x, int y, int width, int height) {
        return box(x, y, width, height, Math.min(width, height));
    }

    @Override
    public ZplBuilder box(int x, int y, int width, int height, int thickness) {
        at(x, y).append("^GB").append(width).append(',').append(height);
        zpl.append(',').append(thickness);
        return end();
    }

    @Override
    public ZplBuilder barcode(int x, int y, Barcode code) {
        String data = ZplText.escape(code.payload());
        switch (code.kind()) {
            case CODE_128 -> {
                at(x, y).append("^BY").append(code.moduleDots());
                zpl.append("^BCN,").append(code.heightDots()).append(",N,N,N^FH^FD");
                zpl.append(code128(code.payload()));
            }
            case QR_CODE -> {
                at(x, y).append("^BQN,2,").append(code.moduleDots());
                zpl.append("^FH^FDQA,").append(data);
            }
            default -> {
                if (code.payload().matches(".*[_~].*")) {
                    // Either may introduce an escape of this bar code's own.
                    return picture(x, y, DrawnBarcode.of(code));
                }
                at(x, y).append("^BXN,").append(code.moduleDots());
                zpl.append(",200^FH^FD").append(data);
            }
        }
        return end();
    }

    /** Digits in pairs where they fill it; {@code >} introduces what is no character. */
    private static String code128(String payload) {
        String start = payload.matches("\\x1d?([0-9]{2}){2,}(\\x1d([0-9]{2})+)*") ? ">;" : ">:";
        StringBuilder data = new StringBuilder(start);
        for (int i = 0; i < payload.length(); i++) {
            char character = payload.charAt(i);
            switch (character) {
                case Barcode.FNC1 -> data.append(">8");
                case '>' -> data.append(">0");
                default -> data.append(ZplText.escape(String.valueOf(character)));
            }
        }
        return data.toString();
    }

    @Override
    public ZplBuilder picture(int x, int y, Bitmap picture) {
        CommandBytes field = new CommandBytes();
        ZplEncoder.picture(field, picture, x, y, setup.form());
        zpl.append('\n').append(new String(field.toBytes(), StandardCharsets.US_ASCII));
        return this;
    }

    private StringBuilder at(int x, int y) {
        return zpl.append("\n^FO").append(x).append(',').append(y);
    }

    private ZplBuilder end() {
        zpl.append("^FS");
        return this;
    }

    @Override
    public byte[] bytes() {
        return (zpl + "\n" + ZplEncoder.end(setup)).getBytes(StandardCharsets.UTF_8);
    }
}

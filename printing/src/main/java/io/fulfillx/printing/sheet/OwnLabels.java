package io.fulfillx.printing.sheet;

import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelBuilder;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;

import java.util.List;

/**
 * Labels that we print for ourselves, in any printer's language and size. Everything is laid out in
 * parts of the label, so that the same function serves a shelf label and a 4 x 6 inch one.
 */
public final class OwnLabels {
    /** One line of a packing slip. */
    public record SlipLine(int quantity, String sku, String title) {}

    private final LabelBuilder label;
    private final int width;
    private final int height;
    private final int margin;

    private OwnLabels(LabelLanguage language, LabelSetup setup) {
        this.label = language.builder(setup);
        this.width = setup.media().widthDots(setup.dpi());
        this.height = setup.media().heightDots(setup.dpi());
        this.margin = Math.max(8, width / 25);
    }

    /** A tote's name, large, over its bar code. */
    public static byte[] tote(LabelLanguage language, LabelSetup setup, ToteCode tote) {
        return new OwnLabels(language, setup).named("TOTE", tote.text().substring(3), tote);
    }

    /**
     * A stock location's name, large, over its bar code.
     *
     * @param name as people read it, such as {@code A-01-03}
     */
    public static byte[] location(
            LabelLanguage language, LabelSetup setup, LocationCode code, String name) {
        return new OwnLabels(language, setup).named("LOCATION", name, code);
    }

    private byte[] named(String kind, String name, OwnCode code) {
        int unit = height / 12;
        label.text(margin, unit / 2, Math.max(12, unit), kind);
        label.text(margin, 2 * unit, nameHeight(name, 3 * unit), name);
        bars(Barcode.code128(code.text(), module(code.text()), 4 * unit), 6 * unit);
        label.text(margin, 10 * unit + unit / 2, Math.max(12, unit), code.text());
        return label.bytes();
    }

    /** The height in which so many letters fit across, at six tenths of it each. */
    private int nameHeight(String name, int highest) {
        int fitting = (width - 2 * margin) * 10 / (6 * Math.max(1, name.length()));
        return Math.clamp(fitting, 12, Math.max(12, highest));
    }

    /** The widest bars whose code fits across: 11 modules a character and 35 around. */
    private int module(String text) {
        return Math.clamp((width - 2L * margin) / (11L * text.length() + 55), 1, 4);
    }

    private void bars(Barcode code, int top) {
        label.barcode(margin + 10 * code.moduleDots(), top, code);
    }

    /** A plate for a pallet or a carton: sender, receiver, and the SSCC in GS1-128. */
    public static byte[] sscc(
            LabelLanguage language,
            LabelSetup setup,
            Sscc sscc,
            List<String> from,
            List<String> to) {
        return new OwnLabels(language, setup).plate(sscc, from, to);
    }

    private byte[] plate(Sscc sscc, List<String> from, List<String> to) {
        int unit = height / 30;
        int top = lines("FROM", from, unit, unit);
        label.line(0, top, width, 3);
        top = lines("TO", to, top + unit / 2, unit);
        label.line(0, top, width, 3);
        label.text(margin, height - 12 * unit, unit, "SSCC");
        label.text(margin + 4 * unit, height - 12 * unit, unit, sscc.spaced());
        // FNC1 and twenty digits in pairs: 14 code words and the quiet zones.
        int module = Math.clamp((width - 2L * margin) / (11L * 13 + 35 - 20), 1, 4);
        bars(Barcode.gs1("00" + sscc.digits(), module, 9 * unit), height - 10 * unit);
        return label.bytes();
    }

    private int lines(String title, List<String> lines, int top, int unit) {
        label.text(margin, top, unit * 3 / 4, title);
        int y = top + unit;
        for (String line : lines) {
            label.text(margin, y, unit, line);
            y += unit + unit / 4;
        }
        return y + unit / 2;
    }

    /** A packing slip: what is in the parcel. Lines that do not fit are counted at the end. */
    public static byte[] packingSlip(
            LabelLanguage language, LabelSetup setup, String order, List<SlipLine> lines) {
        return new OwnLabels(language, setup).slip(order, lines);
    }

    private byte[] slip(String order, List<SlipLine> lines) {
        int unit = height / 40;
        label.text(margin, unit, 2 * unit, "PACKING SLIP");
        label.text(margin, 7 * unit / 2, unit, "Order " + order);
        label.line(margin, 5 * unit, width - 2 * margin, 3);
        int room = (height - 8 * unit) / (3 * unit / 2);
        int shown = lines.size() <= room ? lines.size() : room - 1;
        int y = 6 * unit;
        for (SlipLine line : lines.subList(0, shown)) {
            label.text(margin, y, unit, line.quantity() + " x");
            label.text(margin + 4 * unit, y, unit, cut(line.sku(), 14));
            int left = margin + 13 * unit;
            label.text(left, y, unit, cut(line.title(), (width - left) * 2 / unit));
            y += 3 * unit / 2;
        }
        if (shown < lines.size()) {
            label.text(margin, y, unit, "and " + (lines.size() - shown) + " more lines");
        }
        return label.bytes();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length));
    }
}

package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.HexFormat;
import java.util.Optional;

/** Pictures as ZPL II: one graphic field in a format of its own. */
final class ZplEncoder implements LabelEncoder {
    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes zpl = new CommandBytes();
        zpl.text("^XA^LH0,0^PW" + setup.media().widthDots(setup.dpi()));
        zpl.text("^LL" + setup.media().heightDots(setup.dpi()));
        Optional<InkBox> ink = InkBox.around(label);
        ink.ifPresent(box -> zpl.text(graphic(label, box)));
        return zpl.text("^PQ" + setup.copies() + "^XZ\n").toBytes();
    }

    private static String graphic(Bitmap label, InkBox box) {
        int size = box.octets() * box.rows();
        return "^FO"
                + box.left()
                + ","
                + box.top()
                + "^GFA,"
                + size
                + ","
                + size
                + ","
                + box.octets()
                + ","
                + HexFormat.of().withUpperCase().formatHex(box.dots(label))
                + "^FS";
    }
}

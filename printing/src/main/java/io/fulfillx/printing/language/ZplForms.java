package io.fulfillx.printing.language;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Forms in the memory of a ZPL printer: {@code ^DF}, {@code ^FN}, {@code ^XF}. */
final class ZplForms implements StoredForms {
    @Override
    public byte[] store(String name, LabelSetup setup, List<Field> fields) {
        StringBuilder zpl = new StringBuilder("^XA^DF").append(file(name)).append("^FS");
        zpl.append("^CI28^LH0,0^PW").append(setup.media().widthDots(setup.dpi()));
        zpl.append("^LL").append(setup.media().heightDots(setup.dpi()));
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            zpl.append("\n^FO").append(field.x()).append(',').append(field.y());
            zpl.append("^A0N,").append(field.height()).append("^FN").append(i + 1).append("^FS");
        }
        return bytes(zpl.append("^XZ\n"));
    }

    @Override
    public byte[] fill(String name, LabelSetup setup, List<String> values) {
        StringBuilder zpl = new StringBuilder("^XA^JZY^CI28^XF").append(file(name)).append("^FS");
        for (int i = 0; i < values.size(); i++) {
            zpl.append("\n^FN").append(i + 1).append("^FH^FD");
            zpl.append(ZplText.escape(values.get(i))).append("^FS");
        }
        return bytes(zpl.append(ZplEncoder.end(setup)));
    }

    @Override
    public byte[] remove(String name) {
        return bytes(new StringBuilder("^XA^ID").append(file(name)).append("^FS^XZ\n"));
    }

    private static String file(String name) {
        return "R:" + StoredForms.named(name) + ".ZPL";
    }

    private static byte[] bytes(StringBuilder zpl) {
        return zpl.toString().getBytes(StandardCharsets.UTF_8);
    }
}

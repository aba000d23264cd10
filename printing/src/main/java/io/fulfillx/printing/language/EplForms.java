package io.fulfillx.printing.language;

import io.fulfillx.printing.language.FixedFont.Sized;

import java.util.List;

/**
 * Forms in the memory of an EPL2 printer: {@code FS}, variables, {@code FE}, and {@code FR} with a
 * line for each variable. Its fonts have printable ASCII only; other letters become {@code ?}.
 */
final class EplForms implements StoredForms {
    @Override
    public byte[] store(String name, LabelSetup setup, List<Field> fields) {
        CommandBytes epl = new CommandBytes().raw(remove(name));
        epl.text("FS\"" + StoredForms.named(name) + "\"\n");
        for (int i = 0; i < fields.size(); i++) {
            epl.text("V%02d,%d,N,\"\"\n".formatted(i, fields.get(i).maxLength()));
        }
        epl.text("q" + setup.media().widthDots(setup.dpi()) + "\n");
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Sized sized = EplBuilder.font(setup.dpi(), field.height());
            epl.text("A" + field.x() + "," + field.y() + ",0," + sized.font().name() + ",");
            epl.text(sized.times() + "," + sized.times() + ",N,V%02d\n".formatted(i));
        }
        return epl.text("FE\n").toBytes();
    }

    @Override
    public byte[] fill(String name, LabelSetup setup, List<String> values) {
        CommandBytes epl = new CommandBytes();
        epl.text("\nN\nFR\"" + StoredForms.named(name) + "\"\n?\n");
        for (String value : values) {
            epl.text(value.replaceAll("[^ -~]", "?") + "\n");
        }
        return epl.text(EplEncoder.end(setup)).toBytes();
    }

    /** Twice, as the language wants it. */
    @Override
    public byte[] remove(String name) {
        String delete = "FK\"" + StoredForms.named(name) + "\"\n";
        return new CommandBytes().text("\n" + delete + delete).toBytes();
    }
}

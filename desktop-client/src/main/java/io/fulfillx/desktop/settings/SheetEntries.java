package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.printing.sheet.CommandSheet;
import io.fulfillx.scanner.wedge.LayoutCalibration;

import java.util.ArrayList;
import java.util.List;

/** The command barcodes of the printable sheet, in the words of the chosen language. */
public final class SheetEntries {
    private static final List<Integer> TIMES = List.of(2, 3, 4, 5, 6, 10, 12, 20, 24, 50, 100);

    private SheetEntries() {}

    public static List<CommandSheet.Entry> in(Texts texts) {
        List<CommandSheet.Entry> entries = new ArrayList<>();
        for (ActionCode.Action action : ActionCode.Action.values()) {
            if (action != ActionCode.Action.TIMES) {
                entries.add(entry(texts.get("action." + action), ActionCode.of(action)));
            }
        }
        for (int units : TIMES) {
            entries.add(entry(texts.get("times.short", units), ActionCode.times(units)));
        }
        entries.add(new CommandSheet.Entry(texts.get("sheet.layout"), LayoutCalibration.TEXT));
        return entries;
    }

    private static CommandSheet.Entry entry(String title, ActionCode code) {
        return new CommandSheet.Entry(title, code.text());
    }
}

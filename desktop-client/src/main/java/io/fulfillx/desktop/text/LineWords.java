package io.fulfillx.desktop.text;

import io.fulfillx.model.station.PackLine;

/** What stands below an item's title. */
public final class LineWords {
    private LineWords() {}

    /** Its SKU, the lot to take, and the kit that it is a part of. */
    public static String below(Texts texts, PackLine line) {
        String words = line.sku().value();
        String lot = line.lot();
        String kit = line.kit();
        if (lot != null) {
            words += " · " + texts.get("line.lot", lot);
        }
        return kit == null ? words : words + " · " + texts.get("line.kit", kit);
    }
}

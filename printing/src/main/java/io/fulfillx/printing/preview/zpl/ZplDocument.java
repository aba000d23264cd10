package io.fulfillx.printing.preview.zpl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A document of any number of labels. */
public final class ZplDocument {
    private static final Set<String> PRINTING =
            Set.of(
                    "^FD", "^FV", "^SN", "^GB", "^GC", "^GD", "^GE", "^GF", "^XG", "^IM", "^IL",
                    "^XF");

    private ZplDocument() {}

    /**
     * Cuts a document into parts of one printed label each, in order; together they are the whole
     * document. What prints nothing itself (settings, downloads, stored formats) goes with the
     * label behind it, or with the last one.
     *
     * @return empty when the document prints nothing
     */
    public static List<byte[]> labels(byte[] document) {
        List<Integer> ends = new ArrayList<>();
        boolean prints = false;
        boolean stores = false;
        for (ZplCommand command : ZplReader.read(document)) {
            switch (command.name()) {
                case "^XA" -> {
                    prints = false;
                    stores = false;
                }
                case "^DF" -> stores = true;
                case "^XZ" -> {
                    if (prints && !stores) {
                        ends.add(command.behindName());
                    }
                    prints = false;
                }
                default -> prints |= PRINTING.contains(command.name());
            }
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            int from = i == 0 ? 0 : ends.get(i - 1);
            int to = i == ends.size() - 1 ? document.length : ends.get(i);
            parts.add(Arrays.copyOfRange(document, from, to));
        }
        return parts;
    }
}

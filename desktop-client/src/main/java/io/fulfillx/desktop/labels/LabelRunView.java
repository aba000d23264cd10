package io.fulfillx.desktop.labels;

import java.util.List;

/**
 * A wave's labels as they stand.
 *
 * @param running whether labels are leaving by themselves
 * @param trouble the sentence about what keeps a printer from printing; empty without
 */
public record LabelRunView(List<LabelRow> rows, boolean running, String trouble) {
    static final LabelRunView NOTHING = new LabelRunView(List.of(), false, "");

    public LabelRunView {
        rows = List.copyOf(rows);
    }

    int count(LabelState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    /** Labels that are on paper, copies included. */
    int out() {
        return count(LabelState.PRINTED) + count(LabelState.REPRINTED);
    }
}

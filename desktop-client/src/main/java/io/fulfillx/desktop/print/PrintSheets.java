package io.fulfillx.desktop.print;

import io.fulfillx.desktop.store.PrintRow;

import java.util.List;

/** Counts sheets of paper. */
public final class PrintSheets {
    /** What the operator's own words are booked as in a print row. */
    public static final String OPERATOR = "operator";

    private PrintSheets() {}

    /** Counts every sheet that may exist, so that two sheets never carry the same copy number. */
    public static int nextCopy(List<PrintRow> prints) {
        long sheets =
                prints.stream()
                        .filter(
                                print ->
                                        print.outcome() != PrintRow.Outcome.NOT_PRINTED
                                                || print.detail().equals(OPERATOR))
                        .count();
        return (int) sheets + 1;
    }
}

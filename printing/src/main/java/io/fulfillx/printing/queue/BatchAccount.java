package io.fulfillx.printing.queue;

import java.util.List;

/**
 * What became of each label of a batch, in pick order. Every label of the batch stands in exactly
 * one list, once it has an end, by the newest print of it.
 *
 * @param printed out at the first try
 * @param reprinted out as a copy that a person asked for
 * @param notPrinted certainly not out
 * @param unknown perhaps out; to be settled by a scan or a reprint
 */
public record BatchAccount(
        List<PrintResult> printed,
        List<PrintResult> reprinted,
        List<PrintResult> notPrinted,
        List<PrintResult> unknown) {
    public BatchAccount {
        printed = List.copyOf(printed);
        reprinted = List.copyOf(reprinted);
        notPrinted = List.copyOf(notPrinted);
        unknown = List.copyOf(unknown);
    }
}

package io.fulfillx.backend.printing;

/** Where printing writes down what it does. */
record PrintingStores(
        PrinterStore printers,
        PrintBatchStore batches,
        PrintLabelStore labels,
        PrintQueueStore queue) {
    static PrintingStores ours() {
        return new PrintingStores(
                new PrinterStore(),
                new PrintBatchStore(),
                new PrintLabelStore(),
                new PrintQueueStore());
    }
}

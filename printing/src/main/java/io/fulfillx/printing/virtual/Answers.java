package io.fulfillx.printing.virtual;

/** What a printer of one language tells its host. Called from one thread at a time. */
interface Answers {
    /** The reply to a question or command; empty when it is none. */
    byte[] to(String question, PrintEngine.Reading engine);

    /** What it says by itself when something has changed; mostly nothing. */
    default byte[] changed(PrintEngine.Reading before, PrintEngine.Reading now) {
        return new byte[0];
    }

    static Answers of(VirtualPrinterSetup setup) {
        boolean counts = setup.countsLabels();
        return switch (setup.language()) {
            case ZPL -> new ZplAnswers(setup);
            case EPL -> new EplAnswers();
            case TSPL -> new TsplAnswers(counts);
            case CPCL -> new CpclAnswers(counts);
            case ESCPOS -> new EscposAnswers(counts);
        };
    }
}

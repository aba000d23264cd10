package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;

/** What a printer of one language tells its host. Called from one thread at a time. */
interface Answers {
    /** The reply to a question or command; empty when it is none. */
    byte[] to(String question, PrintEngine.Reading engine);

    /** What it says by itself when something has changed; mostly nothing. */
    default byte[] changed(PrintEngine.Reading before, PrintEngine.Reading now) {
        return new byte[0];
    }

    static Answers of(LabelLanguage language, boolean countsLabels) {
        return switch (language) {
            case ZPL -> new ZplAnswers(countsLabels);
            case EPL -> new EplAnswers();
            case TSPL -> new TsplAnswers();
            case CPCL -> new CpclAnswers(countsLabels);
            case ESCPOS -> new EscposAnswers(countsLabels);
        };
    }
}

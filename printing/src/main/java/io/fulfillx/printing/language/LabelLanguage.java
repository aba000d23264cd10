package io.fulfillx.printing.language;

import io.fulfillx.model.label.LabelFormat;

import java.util.Locale;
import java.util.Optional;

/** The languages printers speak. A new one is an encoder, a status dialect and a row here. */
@SuppressWarnings("ImmutableEnumChecker") // encoders and dialects are pure
public enum LabelLanguage {
    ZPL(LabelFormat.ZPL, new ZplEncoder(), new ZplDialect()),
    EPL(LabelFormat.EPL, new EplEncoder(), new EplDialect()),
    TSPL(LabelFormat.TSPL, new TsplEncoder(), new TsplDialect()),
    CPCL(LabelFormat.CPCL, new CpclEncoder(), new CpclDialect()),
    ESCPOS(LabelFormat.ESCPOS, new EscposEncoder(), new EscposDialect());

    private final LabelFormat format;
    private final LabelEncoder encoder;
    private final StatusDialect dialect;

    LabelLanguage(LabelFormat format, LabelEncoder encoder, StatusDialect dialect) {
        this.format = format;
        this.encoder = encoder;
        this.dialect = dialect;
    }

    /** Turns pictures into it. */
    public LabelEncoder encoder() {
        return encoder;
    }

    /** Asks printers about themselves in it. */
    public StatusDialect dialect() {
        return dialect;
    }

    /** The format of documents written in it. */
    public LabelFormat format() {
        return format;
    }

    /** Whether a document of this format can be passed through as it is. */
    public boolean speaks(LabelFormat other) {
        return format == other;
    }

    /** Finds {@code zpl}, {@code epl}, {@code tspl}, {@code cpcl} or {@code escpos}. */
    public static Optional<LabelLanguage> named(String name) {
        for (LabelLanguage language : values()) {
            if (language.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

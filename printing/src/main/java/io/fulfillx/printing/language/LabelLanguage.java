package io.fulfillx.printing.language;

import io.fulfillx.model.label.LabelFormat;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The languages printers speak. A new one is an encoder, a status dialect and a row here. */
@SuppressWarnings("ImmutableEnumChecker") // encoders and dialects are pure
public enum LabelLanguage {
    ZPL(LabelFormat.ZPL, new ZplEncoder(), ZplBuilder::new, new ZplDialect()),
    EPL(LabelFormat.EPL, new EplEncoder(), EplBuilder::new, new EplDialect()),
    TSPL(LabelFormat.TSPL, new TsplEncoder(), TsplBuilder::new, new TsplDialect()),
    CPCL(LabelFormat.CPCL, new CpclEncoder(), CpclBuilder::new, new CpclDialect()),
    ESCPOS(LabelFormat.ESCPOS, new EscposEncoder(), EscposBuilder::new, new EscposDialect());

    private final LabelFormat format;
    private final LabelEncoder encoder;
    private final Function<LabelSetup, LabelBuilder> builder;
    private final StatusDialect dialect;

    LabelLanguage(
            LabelFormat format,
            LabelEncoder encoder,
            Function<LabelSetup, LabelBuilder> builder,
            StatusDialect dialect) {
        this.format = format;
        this.encoder = encoder;
        this.builder = builder;
        this.dialect = dialect;
    }

    /** Turns pictures into it. */
    public LabelEncoder encoder() {
        return encoder;
    }

    /** Begins a label of our own in it. */
    public LabelBuilder builder(LabelSetup setup) {
        return builder.apply(setup);
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

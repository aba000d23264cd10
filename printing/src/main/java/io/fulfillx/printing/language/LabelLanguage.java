package io.fulfillx.printing.language;

import io.fulfillx.model.label.LabelFormat;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The languages printers speak. A new one is an encoder, a status dialect and a row here; a builder
 * of its own, a guard and stored forms are for languages that have what they take.
 */
@SuppressWarnings("ImmutableEnumChecker") // whatever stands in a row is pure
public enum LabelLanguage {
    ZPL(
            LabelFormat.ZPL,
            new ZplEncoder(),
            new ZplDialect(),
            ZplBuilder::new,
            ZplGuard::inspect,
            new ZplForms()),
    EPL(
            LabelFormat.EPL,
            new EplEncoder(),
            new EplDialect(),
            EplBuilder::new,
            EplGuard::inspect,
            new EplForms()),
    TSPL(LabelFormat.TSPL, new TsplEncoder(), new TsplDialect(), TsplBuilder::new),
    CPCL(LabelFormat.CPCL, new CpclEncoder(), new CpclDialect(), CpclBuilder::new),
    ESCPOS(LabelFormat.ESCPOS, new EscposEncoder(), new EscposDialect());

    /** A document that no guard reads is never sent as it is. */
    private static final LabelGuard UNREAD =
            document -> new GuardVerdict.Unsafe("a document that cannot be checked", 0);

    private final LabelFormat format;
    private final LabelEncoder encoder;
    private final StatusDialect dialect;
    private final Function<LabelSetup, LabelBuilder> builder;
    private final @Nullable LabelGuard guard;
    private final @Nullable StoredForms forms;

    LabelLanguage(LabelFormat format, LabelEncoder encoder, StatusDialect dialect) {
        this(format, encoder, dialect, setup -> new DrawnBuilder(encoder, setup));
    }

    LabelLanguage(
            LabelFormat format,
            LabelEncoder encoder,
            StatusDialect dialect,
            Function<LabelSetup, LabelBuilder> builder) {
        this(format, encoder, dialect, builder, null, null);
    }

    LabelLanguage(
            LabelFormat format,
            LabelEncoder encoder,
            StatusDialect dialect,
            Function<LabelSetup, LabelBuilder> builder,
            @Nullable LabelGuard guard,
            @Nullable StoredForms forms) {
        this.format = format;
        this.encoder = encoder;
        this.dialect = dialect;
        this.builder = builder;
        this.guard = guard;
        this.forms = forms;
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

    /** Judges documents of others; where it cannot be read, none may pass. */
    public LabelGuard guard() {
        return guard == null ? UNREAD : guard;
    }

    /** Keeps the fixed parts of labels in the printer; empty where the language cannot. */
    public Optional<StoredForms> storedForms() {
        return Optional.ofNullable(forms);
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

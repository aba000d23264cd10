package io.fulfillx.launcher.label;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What all label commands ask about the printer. */
final class LabelOptions {
    @Option(
            names = "--dpi",
            defaultValue = "203",
            converter = DpiConverter.class,
            paramLabel = "N",
            description = "203, 300 or 600; default: 203")
    private Dpi dpi = Dpi.DPI_203;

    @Option(
            names = "--media",
            defaultValue = "4x6in",
            converter = MediaConverter.class,
            paramLabel = "SIZE",
            description = "4x6in, 100x150mm, …; default: 4x6in")
    private Media media = Media.FOUR_BY_SIX;

    Dpi dpi() {
        return dpi;
    }

    Media media() {
        return media;
    }

    /** A resolution by its number. */
    static final class DpiConverter implements ITypeConverter<Dpi> {
        @Override
        public Dpi convert(String value) {
            try {
                return Dpi.of(Integer.parseInt(value));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("203, 300 or 600, not " + value);
            }
        }
    }

    /** A label size. */
    static final class MediaConverter implements ITypeConverter<Media> {
        @Override
        public Media convert(String value) {
            try {
                return Media.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A printer language by its name. */
    static final class LanguageConverter implements ITypeConverter<LabelLanguage> {
        @Override
        public LabelLanguage convert(String value) {
            List<String> names =
                    Arrays.stream(LabelLanguage.values())
                            .map(language -> language.name().toLowerCase(Locale.ROOT))
                            .toList();
            return LabelLanguage.named(value)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            String.join(", ", names) + ", not " + value));
        }
    }
}

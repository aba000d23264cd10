package io.fulfillx.launcher.label;

import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.document.DocumentException;
import io.fulfillx.printing.document.DocumentType;
import io.fulfillx.printing.document.LabelPages;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.LabelPreview;
import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file given on the command line, and what it is.
 *
 * @param format told by its content, unless the caller said it
 */
record LabelInput(Path file, LabelFormat format, byte[] content) {
    private static final long LARGEST = 64L << 20;

    LabelInput {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /**
     * @param language the language the caller says it is written in
     * @throws ProgramFailed with one sentence when it cannot be read or is nothing printable
     */
    static LabelInput read(Path file, @Nullable LabelLanguage language) {
        byte[] content = bytes(file);
        if (content.length == 0) {
            throw new ProgramFailed(file + " is empty");
        }
        Optional<LabelFormat> found = DocumentType.detect(content);
        if (language != null && found.isPresent() && !language.speaks(found.get())) {
            throw new ProgramFailed(file + " is " + found.get() + ", not " + language);
        }
        LabelFormat format =
                language != null
                        ? language.format()
                        : found.orElseThrow(
                                () ->
                                        new ProgramFailed(
                                                file
                                                        + " is no label: neither a page, a picture"
                                                        + " nor a printer language"));
        return new LabelInput(file, format, content);
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProgramFailed(file + " is larger than 64 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ProgramFailed("there is no file " + file, e);
        } catch (IOException e) {
            throw new ProgramFailed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Every label in it as it would come out; a label printed several times stands once. */
    List<RenderedLabel> labels(Media media, Dpi dpi) {
        Optional<LabelLanguage> language = LabelLanguage.named(format.name());
        List<RenderedLabel> labels =
                language.isPresent()
                        ? LabelPreview.of(language.get()).render(content, canvas(media, dpi))
                        : pages(media, dpi);
        if (labels.isEmpty()) {
            throw new ProgramFailed("nothing would come out of " + file);
        }
        return labels;
    }

    private static PreviewSettings canvas(Media media, Dpi dpi) {
        return new PreviewSettings(dpi, media.widthDots(dpi), media.heightDots(dpi));
    }

    private List<RenderedLabel> pages(Media media, Dpi dpi) {
        List<RenderedLabel> labels = new ArrayList<>();
        try {
            for (Bitmap page : LabelPages.read(content, format, media, dpi)) {
                labels.add(new RenderedLabel(page, 1, List.of()));
            }
        } catch (DocumentException e) {
            throw new ProgramFailed(file + ": " + e.getMessage(), e);
        }
        return labels;
    }
}

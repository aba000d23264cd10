package io.fulfillx.launcher.label;

import io.fulfillx.launcher.label.LabelOptions.LanguageConverter;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.preview.RenderedLabel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fulfillx label encode IN -o OUT --language L}. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description = "Writes a document as dots in a printer's language, all labels in one file.")
final class EncodeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IN", description = "PDF, PNG, GIF, JPEG or a printer language")
    private Path in = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "file to write")
    private Path out = Path.of("");

    @Option(
            names = "--language",
            required = true,
            converter = LanguageConverter.class,
            paramLabel = "L",
            description = "zpl, epl, tspl, cpcl or escpos")
    private LabelLanguage language = LabelLanguage.ZPL;

    @Option(
            names = "--raster",
            defaultValue = "auto",
            paramLabel = "FORM",
            description = "rle, z64, hex or auto; default: auto")
    private RasterForm form = RasterForm.AUTO;

    @Mixin private LabelOptions options = new LabelOptions();

    @Override
    public Integer call() {
        LabelSetup setup = LabelSetup.of(options.media(), options.dpi()).withForm(form);
        List<RenderedLabel> labels =
                LabelInput.read(in, null).labels(options.media(), options.dpi());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (RenderedLabel label : labels) {
            bytes.writeBytes(
                    language.encoder().encode(label.picture(), setup.withCopies(label.copies())));
        }
        try {
            Files.write(out, bytes.toByteArray());
        } catch (IOException e) {
            throw new ProgramFailed("cannot write " + out + ": " + e.getMessage(), e);
        }
        spec.commandLine()
                .getErr()
                .println(out + ": " + labels.size() + " labels, " + bytes.size() + " bytes");
        return 0;
    }
}

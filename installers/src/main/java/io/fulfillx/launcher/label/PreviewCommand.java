package io.fulfillx.launcher.label;

import io.fulfillx.launcher.label.LabelOptions.LanguageConverter;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Png;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fulfillx label preview IN -o OUT.png}. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Draws what would come out of the printer.",
            "Of several labels the second goes to OUT-2.png, and so on."
        })
final class PreviewCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IN", description = "PDF, PNG, GIF, JPEG or a printer language")
    private Path in = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT.png", description = "file to write")
    private Path out = Path.of("");

    @Option(
            names = "--language",
            converter = LanguageConverter.class,
            paramLabel = "L",
            description = "what IN is written in; found out when not given")
    private @Nullable LabelLanguage language;

    @Mixin private LabelOptions options = new LabelOptions();

    @Override
    public Integer call() {
        List<RenderedLabel> labels =
                LabelInput.read(in, language).labels(options.media(), options.dpi());
        PrintWriter err = spec.commandLine().getErr();
        for (int i = 0; i < labels.size(); i++) {
            RenderedLabel label = labels.get(i);
            Path file = numbered(i + 1);
            try {
                Files.write(file, Png.write(label.picture()));
            } catch (IOException e) {
                throw new ProgramFailed("cannot write " + file + ": " + e.getMessage(), e);
            }
            label.warnings().forEach(warning -> err.println(file + ": " + warning));
        }
        return 0;
    }

    private Path numbered(int number) {
        String name = String.valueOf(out.getFileName());
        if (number == 1) {
            return out;
        }
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String end = dot < 0 ? "" : name.substring(dot);
        return out.resolveSibling(stem + "-" + number + end);
    }
}

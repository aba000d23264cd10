package io.fulfillx.launcher.label;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.model.wire.Json;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code fulfillx label check IN}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every bar code of a label as it would be printed, one line of JSON each.",
            "It ends with 1 when a label has none that can be read."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IN", description = "PDF, PNG, GIF, JPEG or a printer language")
    private Path in = Path.of("");

    @Mixin private LabelOptions options = new LabelOptions();

    @Override
    public Integer call() throws JsonProcessingException {
        List<RenderedLabel> labels =
                LabelInput.read(in, null).labels(options.media(), options.dpi());
        PrintWriter out = spec.commandLine().getOut();
        int bare = 0;
        for (int i = 0; i < labels.size(); i++) {
            List<Symbol> symbols = SymbolReaders.best().read(labels.get(i).picture());
            for (Symbol symbol : symbols) {
                out.println(Json.mapper().writeValueAsString(line(i + 1, symbol)));
            }
            if (symbols.isEmpty()) {
                bare++;
                spec.commandLine().getErr().println("label " + (i + 1) + ": no bar code was read");
            }
        }
        out.flush();
        return bare == 0 ? 0 : ExitCode.BROKEN;
    }

    private static Map<String, Object> line(int label, Symbol symbol) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("label", label);
        line.put("symbology", symbol.kind().name());
        line.put("aimId", symbol.aimId());
        line.put("payload", symbol.payload());
        line.put("area", symbol.area());
        return line;
    }
}

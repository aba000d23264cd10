package io.fulfillx.launcher.scanning;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** A command that answers each line of its input with one line of JSON. */
abstract class LineCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--strict", description = "end with 1 when any line is not valid")
    private boolean strict;

    private InputStream input = System.in;

    /** Reads from there instead of the standard input. */
    void input(InputStream other) {
        input = other;
    }

    /** The answer to one line; its entry {@code valid} tells whether the line is. */
    abstract Map<String, Object> answer(String line) throws IOException;

    @Override
    public Integer call() throws IOException {
        LineInput lines = new LineInput(input);
        PrintWriter out = spec.commandLine().getOut();
        boolean allValid = true;
        @Nullable String line = lines.next();
        while (line != null) {
            Map<String, Object> answer = answer(line);
            allValid &= Boolean.TRUE.equals(answer.get("valid"));
            out.println(Json.mapper().writeValueAsString(answer));
            if (lines.waits()) {
                out.flush();
            }
            line = lines.next();
        }
        out.flush();
        return strict && !allValid ? ExitCode.BROKEN : 0;
    }
}

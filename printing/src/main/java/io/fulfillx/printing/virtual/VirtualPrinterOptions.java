package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/** The command line of a virtual printer. Every mistake is one sentence. */
record VirtualPrinterOptions(
        LabelLanguage language, Listen listen, Path out, VirtualPrinterSetup setup) {
    static final String USAGE =
            """
            virtual-printer --listen tcp:PORT | pty[:LINK] --out DIR [OPTION …]
              --language L   zpl (usual), epl, tspl, cpcl or escpos
              --listen W     a loopback port, 0 for any free one; or a pseudo-terminal that LINK
                             leads to, without LINK DIR/printer
              --out DIR      keeps each label as a file and a picture, and a line in printed.jsonl
              --ips N        inches a second; without it as fast as it can
              --baud N       bits a second on the wire; without it as fast as it can
              --dpi N        203 (usual), 300 or 600
              --media M      4x6in (usual), 100x150mm, …
              --buffer N     bytes of labels that it takes before it stops reading
              --fault PLAN   KIND@label:N, KIND@after:N or KIND@byte:N, each perhaps with ,for=2s;
                             or random:seed=7,rate=0.02; several separated by semicolons. Kinds:
                             paper-out paper-low ribbon-out head-open pause hot cutter stall slow
                             mute garbage drop reset power
            Type words while it runs: a kind, "end KIND", or quit.
            """;

    private static final List<String> NAMES =
            List.of(
                    "--language",
                    "--listen",
                    "--out",
                    "--ips",
                    "--baud",
                    "--dpi",
                    "--media",
                    "--buffer",
                    "--fault");

    /** Where it listens. */
    sealed interface Listen {
        record Tcp(int port) implements Listen {}

        record Pty(Path link) implements Listen {}
    }

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static VirtualPrinterOptions parse(String... arguments) {
        TreeMap<String, String> values = values(arguments);
        Path out = Path.of(required(values, "--out"));
        LabelLanguage language = language(values.getOrDefault("--language", "zpl"));
        VirtualPrinterSetup setup = VirtualPrinter.of(language);
        values.forEach((name, value) -> apply(setup, name, value));
        return new VirtualPrinterOptions(
                language, listen(required(values, "--listen"), out), out, setup);
    }

    private static TreeMap<String, String> values(String... arguments) {
        TreeMap<String, String> values = new TreeMap<>();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            String[] pair = left.pop().split("=", 2);
            if (!NAMES.contains(pair[0])) {
                throw new IllegalArgumentException("there is no option " + pair[0]);
            }
            if (pair.length == 1 && left.isEmpty()) {
                throw new IllegalArgumentException(pair[0] + " needs a value");
            }
            values.put(pair[0], pair.length == 2 ? pair[1] : left.pop());
        }
        return values;
    }

    private static String required(TreeMap<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static LabelLanguage language(String name) {
        return LabelLanguage.named(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a language is zpl, epl, tspl, cpcl or escpos, not "
                                                + name));
    }

    private static Listen listen(String text, Path out) {
        if (text.startsWith("tcp:")) {
            int port = number("--listen tcp:", text.substring(4));
            if (port > 65_535) {
                throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
            }
            return new Listen.Tcp(port);
        }
        if (text.equals("pty")) {
            return new Listen.Pty(out.resolve("printer"));
        }
        if (text.startsWith("pty:") && text.length() > 4) {
            return new Listen.Pty(Path.of(text.substring(4)));
        }
        throw new IllegalArgumentException("--listen takes tcp:PORT or pty[:LINK], not " + text);
    }

    private static void apply(VirtualPrinterSetup setup, String name, String value) {
        switch (name) {
            case "--ips" -> setup.ips(inches(value));
            case "--baud" -> setup.baud(number(name, value));
            case "--dpi" -> setup.dpi(Dpi.of(number(name, value)));
            case "--media" -> setup.media(Media.parse(value));
            case "--buffer" -> setup.bufferBytes(Math.max(1, number(name, value)));
            case "--fault" -> setup.faults(FaultPlan.parse(value));
            default -> {
                // Read elsewhere.
            }
        }
    }

    private static int number(String name, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " takes a whole number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static double inches(String value) {
        if (!value.matches("[0-9]{1,4}([.][0-9]{1,3})?")) {
            throw new IllegalArgumentException("--ips takes inches a second, not " + value);
        }
        return Double.parseDouble(value);
    }
}

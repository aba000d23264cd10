package io.fulfillx.printing.virtual;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a virtual printer until it is told to stop (SIGTERM): {@code --tcp PORT | --pty LINK},
 * {@code --out DIR}, {@code --speed LABELS_PER_SECOND}. Says {@code ready ADDRESS} when it can
 * print.
 */
public final class VirtualPrinterMain {
    private static final String USAGE = "--tcp PORT | --pty LINK, --out DIR [--speed LABELS/S]";

    private VirtualPrinterMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = options(args);
        if (!options.containsKey("--out")
                || options.containsKey("--tcp") == options.containsKey("--pty")) {
            System.err.println("virtual printer: " + USAGE);
            System.exit(2);
        }
        LabelSink sink = new LabelFolder(Path.of(required(options, "--out")), Clock.systemUTC());
        VirtualPrinter printer =
                options.containsKey("--tcp")
                        ? VirtualPrinter.onTcp(Integer.parseInt(required(options, "--tcp")), sink)
                        : VirtualPrinter.onPty(Path.of(required(options, "--pty")), sink);
        printer.labelsPerSecond(Double.parseDouble(options.getOrDefault("--speed", "20")));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(printer::close));
        System.out.println("ready " + printer.device());
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        return options.getOrDefault(name, "");
    }
}

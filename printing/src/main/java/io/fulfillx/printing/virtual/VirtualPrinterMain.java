package io.fulfillx.printing.virtual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a virtual printer until it is told to stop (SIGTERM, or {@code quit} on its input). Says
 * {@code ready ADDRESS} when it can print; ends with 2 when it is used wrongly.
 */
public final class VirtualPrinterMain {
    private static final Duration EVER = Duration.ofMillis(-1);

    private VirtualPrinterMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        VirtualPrinterOptions options;
        try {
            options = VirtualPrinterOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("virtual printer: " + e.getMessage());
            System.err.print(VirtualPrinterOptions.USAGE);
            System.exit(2);
            return;
        }
        try (LabelFolder folder =
                        LabelFolder.withPictures(
                                options.out(), Clock.systemUTC(), options.language());
                VirtualPrinter printer = start(options, folder)) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(printer, folder)));
            System.out.println("ready " + printer.uri());
            System.out.flush();
            obey(printer);
        } catch (IOException e) {
            System.err.println("virtual printer: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void stop(VirtualPrinter printer, LabelFolder folder) {
        printer.close();
        folder.close();
    }

    private static VirtualPrinter start(VirtualPrinterOptions options, LabelSink sink)
            throws IOException {
        return switch (options.listen()) {
            case VirtualPrinterOptions.Listen.Tcp(int port) -> options.setup().onTcp(port, sink);
            case VirtualPrinterOptions.Listen.Pty(var link) -> options.setup().onPty(link, sink);
        };
    }

    /** Does what is typed; without anybody to type it waits for the end of the program. */
    private static void obey(VirtualPrinter printer) throws IOException, InterruptedException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.strip().equals("quit")) {
                return;
            }
            try {
                act(printer, line.strip());
                System.out.println("printed " + printer.labelsPrinted());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        new CountDownLatch(1).await();
    }

    private static void act(VirtualPrinter printer, String line) {
        switch (line) {
            case "" -> {
                // Only the count.
            }
            case "paper-in" -> printer.end(FaultKind.PAPER_OUT);
            case "open" -> printer.strike(FaultKind.HEAD_OPEN, EVER);
            case "close" -> printer.end(FaultKind.HEAD_OPEN);
            default -> {
                if (line.startsWith("end ")) {
                    printer.end(FaultKind.of(line.substring(4).strip()));
                } else {
                    printer.strike(FaultKind.of(line), EVER);
                }
            }
        }
    }
}

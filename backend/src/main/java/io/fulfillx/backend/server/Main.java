package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.config.InvalidSetting;
import io.fulfillx.backend.platform.config.Settings;

import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the server: {@code [--config=FILE] [--key=value …]}. */
public final class Main {
    private static final String CONFIG = "--config=";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Helidon and PDFBox log by java.util.logging; all of it goes into the one JSON log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        ServerConfig config;
        try {
            config = ServerConfig.from(settings(arguments));
        } catch (InvalidSetting | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Assembly assembly = new Assembly(config);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(
                                        () -> {
                                            assembly.close();
                                            stopped.countDown();
                                        }));
        System.out.println("ready http://" + config.http().host() + ":" + assembly.port());
        stopped.await();
    }

    private static Settings settings(String[] arguments) {
        List<String> flags = new ArrayList<>();
        Optional<Path> file = Optional.empty();
        for (String argument : arguments) {
            if (argument.startsWith(CONFIG)) {
                Path path = Path.of(argument.substring(CONFIG.length()));
                if (!Files.isReadable(path)) {
                    throw new InvalidSetting("The file " + path + " cannot be read.");
                }
                file = Optional.of(path);
            } else {
                flags.add(argument);
            }
        }
        return Settings.load(file, System.getenv(), flags);
    }
}

package io.fulfillx.launcher.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the demo is to run.
 *
 * @param data folder that is the demo's alone
 * @param port the server's, 0 for any free one
 * @param seed decides which orders are made and which mistakes the robots make
 * @param orders file or folder of Shopify orders that replace the made ones
 * @param shippable orders made for each organisation that can be shipped
 * @param upsets what goes wrong meanwhile
 * @param screens where pictures of the screens go
 */
public record DemoSettings(
        Path data,
        int port,
        long seed,
        Optional<Path> orders,
        int shippable,
        Upsets upsets,
        Optional<Path> screens) {}

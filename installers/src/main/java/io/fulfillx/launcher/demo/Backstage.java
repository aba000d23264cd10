package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.Programs;
import io.fulfillx.launcher.process.Child;
import io.fulfillx.launcher.process.Children;
import io.fulfillx.launcher.process.FreePort;
import io.fulfillx.launcher.process.Installation;
import io.fulfillx.launcher.process.JavaProgram;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The programs around the stations, each a process of its own on the loopback address. */
public final class Backstage implements AutoCloseable {
    static final String ADMIN = "manager@demo.fulfillx";
    private static final Duration START = Duration.ofSeconds(90);

    /** Faster than any real one, so that a shift of many hours passes in minutes. */
    private static final int PRINTER_INCHES_PER_SECOND = 120;

    private final Children children;
    private final Path data;
    private final int port;
    private final URI carrier;
    private Child server;

    private Backstage(Children children, Path data, int port, URI carrier, Child server) {
        this.children = children;
        this.data = data;
        this.port = port;
        this.carrier = carrier;
        this.server = server;
    }

    /**
     * Starts carrier and server.
     *
     * @param organizations such as {@code brook=Brook Outdoor,kontor=Kontor Nord}
     */
    static Backstage start(DemoSettings settings, String organizations) {
        Path data = settings.data();
        Children children = new Children(Installation.current(), data.resolve("logs"));
        int port = settings.port() == 0 ? FreePort.any() : settings.port();
        try {
            Child carrier =
                    children.start(
                            JavaProgram.small(
                                    "carrier",
                                    Programs.CARRIER_SIMULATOR,
                                    List.of(
                                            "--port=0",
                                            "--seed=" + settings.seed(),
                                            "--file=" + data.resolve("carrier.jsonl"),
                                            "--faults=drop=0.02,busy=0.02")));
            URI carrierUrl = URI.create(carrier.awaitReady(START));
            JavaProgram program = serverProgram(data, port, carrierUrl, organizations);
            Child server = children.start(program);
            Backstage backstage = new Backstage(children, data, port, carrierUrl, server);
            server.awaitReady(START);
            return backstage;
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    private static JavaProgram serverProgram(
            Path data, int port, URI carrier, String organizations) {
        return JavaProgram.server(
                "server",
                "512m",
                List.of(
                        "--data=" + data.resolve("server"),
                        "--http.host=127.0.0.1",
                        "--http.port=" + port,
                        "--carrier.simulator-url=" + carrier,
                        "--organizations=" + organizations,
                        "--admin.email=" + ADMIN));
    }

    /** Ends the server as a power cut would. */
    public void killServer() {
        server.killHard();
    }

    /** Starts the server again on the same data and the same port. */
    public void restartServer(String organizations) {
        server = children.start(serverProgram(data, port, carrier, organizations));
        server.awaitReady(START);
    }

    /** Where the administrator's password was put at the first start. */
    Path passwordFile() {
        return data.resolve("server/keys/admin.password");
    }

    public URI serverUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public SimulatorClient carrier() {
        return new SimulatorClient(carrier);
    }

    Path data() {
        return data;
    }

    /** A shop that announces its orders at that address. Its own address must be known before. */
    SimulatorClient startShop(String slug, int shopPort, URI webhooks, ShopSecrets secrets) {
        Child shop =
                children.start(
                        JavaProgram.small(
                                "shop-" + slug,
                                Programs.SHOP_SIMULATOR,
                                List.of(
                                        "--port=" + shopPort,
                                        "--webhook-url=" + webhooks,
                                        "--secret=" + secrets.webhook(),
                                        "--access-token=" + secrets.accessToken(),
                                        "--shop-domain=" + slug + ".myshopify.com",
                                        "--faults=duplicate=0.1,shuffle=0.5,throttled=0.02"
                                                + ",error=0.02,lost=0.02")));
        return new SimulatorClient(URI.create(shop.awaitReady(START)));
    }

    /** What a shop and the server share. */
    record ShopSecrets(String webhook, String accessToken) {}

    /** A printer on a TCP port; returns its address. */
    URI startTcpPrinter(String slug, Path printed, String faults) {
        int printerPort = FreePort.any();
        startPrinter(slug, "tcp:" + printerPort, printed, faults);
        return URI.create("tcp://127.0.0.1:" + printerPort);
    }

    /** A printer on a serial line; returns its address. */
    URI startSerialPrinter(String slug, Path printed, String faults) {
        Path line = data.resolve("printer-" + slug);
        startPrinter(slug, "pty:" + line, printed, faults);
        return URI.create("serial:" + line + "?baud=115200");
    }

    private void startPrinter(String slug, String wire, Path printed, String faults) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--listen=" + wire,
                                "--out=" + printed,
                                "--ips=" + PRINTER_INCHES_PER_SECOND));
        if (!faults.isEmpty()) {
            arguments.add("--fault=" + faults);
        }
        children.start(JavaProgram.small("printer-" + slug, Programs.VIRTUAL_PRINTER, arguments))
                .awaitReady(START);
    }

    Child startStation(String name, List<String> javaOptions, List<String> arguments) {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m"));
        options.addAll(javaOptions);
        return children.start(new JavaProgram(name, Programs.STATION, true, options, arguments));
    }

    @Override
    public void close() {
        children.close();
    }
}

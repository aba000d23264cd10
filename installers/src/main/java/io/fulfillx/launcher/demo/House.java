package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.api.ServerApi;

import java.net.URI;
import java.nio.file.Path;

/**
 * An organisation of the demo, ready to work.
 *
 * @param slug its short name
 * @param channelId its shop's channel on the server
 * @param bench its packing station
 */
public record House(
        String slug,
        String name,
        ServerApi api,
        SimulatorClient shop,
        String channelId,
        Bench bench) {

    /**
     * A packing station, its operator and its printer.
     *
     * @param home folder of the station program
     * @param enrolmentCode good once
     * @param printer address such as tcp://127.0.0.1:9100
     * @param printed folder where the virtual printer keeps what it printed
     * @param serialScanner whether scans come over a serial line, not as keys
     */
    public record Bench(
            String stationId,
            String enrolmentCode,
            Path home,
            Operator operator,
            URI printer,
            Path printed,
            boolean serialScanner) {}

    /**
     * Who packs.
     *
     * @param badge text of the badge's barcode
     */
    public record Operator(String name, String badge, String pin) {}
}

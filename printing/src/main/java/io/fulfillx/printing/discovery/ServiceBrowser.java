package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.DeviceId;
import io.fulfillx.printing.discovery.DnsMessage.ResourceRecord;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the network by multicast DNS for printers that take raw bytes (DNS-SD, RFC 6763). */
public final class ServiceBrowser implements PrinterSource {
    /** All machines of the local network that speak multicast DNS. */
    public static final InetSocketAddress EVERYBODY = new InetSocketAddress("224.0.0.251", 5353);

    private static final String SERVICE = "_pdl-datastream._tcp.local";

    private final InetSocketAddress target;

    public ServiceBrowser(InetSocketAddress target) {
        this.target = target;
    }

    @Override
    public String name() {
        return "network printers";
    }

    @Override
    public List<FoundPrinter> look(Duration limit) throws IOException {
        Map<String, FoundPrinter> found = new LinkedHashMap<>();
        Datagrams.ask(
                target,
                DnsMessage.question(SERVICE),
                limit,
                (answer, sender) ->
                        read(answer, sender)
                                .forEach(printer -> found.put(printer.identity(), printer)));
        return List.copyOf(found.values());
    }

    /** The printers an answer tells of. The sender is taken for their address. */
    static List<FoundPrinter> read(byte[] answer, InetAddress sender) {
        List<ResourceRecord> records = DnsMessage.records(answer);
        return records.stream()
                .filter(record -> record.type() == DnsMessage.POINTER)
                .filter(record -> record.name().equalsIgnoreCase(SERVICE))
                .map(record -> printer(record.target(), records, sender))
                .toList();
    }

    private static FoundPrinter printer(
            String instance, List<ResourceRecord> records, InetAddress sender) {
        int port = Datagrams.RAW_PORT;
        StringBuilder id = new StringBuilder();
        String model = instance.replace("." + SERVICE, "");
        for (ResourceRecord record : records) {
            if (record.name().equalsIgnoreCase(instance)) {
                port = record.type() == DnsMessage.SERVICE ? record.port() : port;
                for (String text : record.texts()) {
                    // usb_MFG, usb_MDL and usb_CMD repeat the IEEE 1284 device id.
                    id.append(text.replaceFirst("^usb_", "").replaceFirst("=", ":")).append(';');
                }
            }
        }
        DeviceId told = DeviceId.parse(id.toString());
        return new FoundPrinter(
                model,
                Datagrams.rawAddress(sender, port),
                "network printer " + sender.getHostAddress(),
                told.model().orElse(model),
                SpokenLanguage.of(told).orElse(null));
    }
}

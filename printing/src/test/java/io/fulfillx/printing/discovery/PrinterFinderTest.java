package io.fulfillx.printing.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.virtual.PluggedTree;
import io.fulfillx.printing.language.LabelLanguage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

@EnabledOnOs(OS.LINUX)
class PrinterFinderTest {
    private static final String ZEBRA = "MFG:Zebra;MDL:ZD421;CMD:ZPL;SN:D2J1;";
    private static final Duration SHORT = Duration.ofMillis(350);
    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir Path root = Path.of("");

    @AfterEach
    void clear() throws IOException {
        new PluggedTree(root).clear();
    }

    private static PrinterFinder.Findings find(PrinterSource source) {
        return new PrinterFinder(List.of(source)).find(SHORT);
    }

    @Test
    void pluggedPrintersHaveAnAddressThatLasts() throws IOException {
        PluggedTree tree = new PluggedTree(root);
        tree.plugPrinter("lp3", "1-2", ZEBRA, NOTHING);
        tree.plugAdapter("ttyUSB7", "1-4", "", NOTHING);
        List<FoundPrinter> found = find(new PluggedPrinters(tree.devices())).printers();
        assertEquals(
                List.of(URI.create("usb:D2J1"), URI.create("serial:port:1-4:1.0")),
                found.stream().map(FoundPrinter::uri).toList());
        assertEquals("Zebra ZD421", found.getFirst().model());
        assertEquals(LabelLanguage.ZPL, found.getFirst().language());
        assertTrue(found.getFirst().description().endsWith("/dev/usb/lp3"));
    }

    @Test
    void aPlaceThatDoesNotAnswerIsNamedAndNotWaitedFor() {
        PrinterSource slow =
                new PrinterSource() {
                    @Override
                    public String name() {
                        return "attic";
                    }

                    @Override
                    public List<FoundPrinter> look(Duration limit) throws IOException {
                        try {
                            Thread.sleep(5_000);
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return List.of();
                    }
                };
        long start = System.nanoTime();
        assertEquals(List.of("attic: no answer in time"), find(slow).problems());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void aZebraAnswersTheCall() throws IOException {
        byte[] card = new byte[110];
        put(card, 0, new byte[] {0x3a, 0x2c, 0x2e, 0x03});
        put(card, 12, "ZTC ZD421-203dpi ZPL".getBytes(StandardCharsets.US_ASCII));
        put(card, 60, "50J1620001".getBytes(StandardCharsets.US_ASCII));
        put(card, 84, "dock4".getBytes(StandardCharsets.US_ASCII));
        try (DatagramSocket printer = answering(card)) {
            FoundPrinter found = find(new ZebraBroadcast(at(printer))).printers().getFirst();
            assertEquals("50J1620001", found.identity());
            assertEquals(URI.create("tcp://127.0.0.1:9100"), found.uri());
            assertEquals("ZTC ZD421-203dpi ZPL", found.model());
            assertEquals("network printer dock4", found.description());
        }
    }

    @Test
    void aNetworkPrinterTellsItsPortAndLanguage() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(new byte[] {0, 0, (byte) 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 2});
        answer.writeBytes(name("_pdl-datastream", "_tcp", "local"));
        // The instance's name ends in a pointer back to the service's at byte 12.
        byte[] instance = concat(label("Dock 4"), new byte[] {(byte) 0xc0, 12});
        int instanceAt = answer.size() + 10;
        answer.writeBytes(record(12, instance));
        byte[] pointer = {(byte) 0xc0, (byte) instanceAt};
        answer.writeBytes(pointer);
        answer.writeBytes(record(33, concat(new byte[] {0, 0, 0, 0, 0x17, (byte) 0xd5}, pointer)));
        answer.writeBytes(pointer);
        answer.writeBytes(record(16, concat(label("usb_MDL=TE200"), label("usb_CMD=TSPL"))));
        try (DatagramSocket printer = answering(answer.toByteArray())) {
            FoundPrinter found = find(new ServiceBrowser(at(printer))).printers().getFirst();
            assertEquals("Dock 4", found.identity());
            assertEquals(URI.create("tcp://127.0.0.1:6101"), found.uri());
            assertEquals("TE200", found.model());
            assertEquals(LabelLanguage.TSPL, found.language());
        }
    }

    @Test
    void cutAnswersAreHarmless() throws IOException {
        byte[] loop = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, (byte) 0xc0, 12};
        InetAddress sender = InetAddress.getLoopbackAddress();
        for (int length = 0; length <= loop.length; length++) {
            assertEquals(List.of(), ServiceBrowser.read(Arrays.copyOf(loop, length), sender));
        }
        assertNull(ZebraBroadcast.read(new byte[] {0x3a, 0x2c, 0x2e, 0x03}, sender));
    }

    @Test
    void plugsAreReportedAsTheyComeAndGo() throws Exception {
        PluggedTree tree = new PluggedTree(root);
        tree.plugPrinter("lp0", "1-2", ZEBRA, NOTHING);
        BlockingQueue<String> events = new ArrayBlockingQueue<>(10);
        PrinterWatch.Listener listener =
                new PrinterWatch.Listener() {
                    @Override
                    public void plugged(FoundPrinter printer) {
                        events.add("+" + printer.identity());
                    }

                    @Override
                    public void unplugged(FoundPrinter printer) {
                        events.add("-" + printer.identity());
                    }
                };
        try (PrinterWatch watch =
                PrinterWatch.start(tree.devices(), Duration.ofMillis(10), listener)) {
            assertEquals("+D2J1", events.poll(2, TimeUnit.SECONDS));
            tree.plugAdapter("ttyUSB0", "1-4", "FT12", NOTHING);
            assertEquals("+FT12", events.poll(2, TimeUnit.SECONDS));
            tree.unplug("lp0", "1-2");
            assertEquals("-D2J1", events.poll(2, TimeUnit.SECONDS));
            assertNotNull(watch);
        }
    }

    private static InetSocketAddress at(DatagramSocket socket) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    private static DatagramSocket answering(byte[] answer) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                DatagramPacket call = new DatagramPacket(new byte[512], 512);
                                socket.receive(call);
                                socket.send(
                                        new DatagramPacket(
                                                answer, answer.length, call.getSocketAddress()));
                            } catch (IOException e) {
                                // Closed by the test: nobody called.
                            }
                        });
        return socket;
    }

    private static void put(byte[] into, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private static byte[] label(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) bytes.length}, bytes);
    }

    private static byte[] name(String... labels) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        Arrays.stream(labels).map(PrinterFinderTest::label).forEach(name::writeBytes);
        name.write(0);
        return name.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        put(both, first.length, second);
        return both;
    }

    private static byte[] record(int type, byte[] data) {
        return concat(new byte[] {0, (byte) type, 0, 1, 0, 0, 0, 120, 0, (byte) data.length}, data);
    }
}

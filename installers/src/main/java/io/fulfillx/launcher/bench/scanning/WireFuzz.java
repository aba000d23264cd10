package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.scanner.hid.ReportFraming;
import io.fulfillx.scanner.hid.ReportLayout;
import io.fulfillx.scanner.port.Framing;
import io.fulfillx.scanner.scale.protocol.CasProtocol;
import io.fulfillx.scanner.scale.protocol.Heard;
import io.fulfillx.scanner.scale.protocol.HidProtocol;
import io.fulfillx.scanner.scale.protocol.NciProtocol;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;
import io.fulfillx.scanner.scale.protocol.ScaleSettings;
import io.fulfillx.scanner.scale.protocol.SicsProtocol;
import io.fulfillx.scanner.scale.protocol.StreamProtocol;
import io.fulfillx.scanner.scale.protocol.ToledoProtocol;
import io.fulfillx.scanner.scale.protocol.TorreyProtocol;
import io.fulfillx.scanner.serial.ByteFraming;
import io.fulfillx.scanner.serial.FramingSettings;
import io.fulfillx.scanner.serial.FramingSettings.Ending;
import io.fulfillx.scanner.wedge.WedgeDecoder;
import io.fulfillx.scanner.wedge.WedgeEvent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What stands between the wire and a scan or a weight, with bytes in any pieces. */
final class WireFuzz {
    private static final int LONGEST = 2_000;
    private static final List<FramingSettings> FRAMINGS =
            List.of(
                    FramingSettings.usual(),
                    framing(Ending.CRLF, "", "", 0),
                    framing(Ending.PREFIX, "\u0002", "\u0003", 0),
                    framing(Ending.PREFIX, "\u0002", "", 0),
                    framing(Ending.LENGTH, "", "", 13));

    /** Scales whose messages may come in any pieces; reports of HID are never cut. */
    private static final List<Function<ScaleSettings, ScaleProtocol>> SCALES =
            List.of(
                    StreamProtocol::new,
                    SicsProtocol::new,
                    NciProtocol::new,
                    ToledoProtocol::new,
                    CasProtocol::new,
                    TorreyProtocol::new);

    private static final List<String> REPLIES =
            List.of(
                    "S S     100.00 g\r\n",
                    "S D      12.5 kg\r\n",
                    "S +\r\n",
                    "Z A\r\n",
                    "\n00.125LB\r\nS00\r\u0003",
                    "\nS01\r\u0003",
                    "\u000200.125\r",
                    "\u0002?D\r",
                    "\u0005\u0006\u0001\u0002S 01.250kg\u0012\u0003\u0004",
                    "ST,GS,+  1.250kg\r\n",
                    "US,NT,-  0.005 lb\r\n",
                    "  1.25 kg \r",
                    "\u0003\u0004\u0002\u0000}\u0000",
                    "\u0003\u0002\u000b\u00ff\u0000\u0000");

    private WireFuzz() {}

    private static FramingSettings framing(
            Ending ending, String prefix, String suffix, int length) {
        return new FramingSettings(ending, prefix, suffix, length, Duration.ofMillis(100), null);
    }

    /** The same bytes in two pieces are the same scans. */
    static boolean lines(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(0, 0x20);
        }
        int cut = random.nextInt(bytes.length + 1);
        for (FramingSettings settings : FRAMINGS) {
            Framing whole = new ByteFraming(settings);
            Framing pieces = new ByteFraming(settings);
            List<String> scans = new ArrayList<>(whole.bytes(bytes, 0));
            List<String> again = new ArrayList<>(pieces.bytes(Arrays.copyOf(bytes, cut), 0));
            again.addAll(pieces.bytes(Arrays.copyOfRange(bytes, cut, bytes.length), 0));
            scans.addAll(whole.idle(TimeUnit.SECONDS.toNanos(1)));
            again.addAll(pieces.idle(TimeUnit.SECONDS.toNanos(1)));
            if (!scans.equals(again)) {
                return false;
            }
        }
        return true;
    }

    /** No descriptor and no report is too wrong to be read. */
    static boolean reports(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        for (byte[] descriptor :
                List.of(noise, Arrays.copyOf(bytes, Math.min(300, bytes.length)))) {
            ReportLayout layout = ReportLayout.of(ReportDescriptor.parse(descriptor));
            ReportFraming framing = new ReportFraming(layout);
            int most = Math.max(1, layout.bytes());
            for (int at = 0; at < Math.min(LONGEST, bytes.length); ) {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(2 * most));
                byte[] report = Arrays.copyOfRange(bytes, at, end);
                if (random.nextBoolean()) {
                    report[0] = (byte) layout.id();
                }
                framing.bytes(report, 0);
                at = end;
            }
            framing.idle(TimeUnit.SECONDS.toNanos(1));
        }
        return true;
    }

    /** The same bytes in two pieces say the same. */
    static boolean scales(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        byte[] bytes = replies(text, random);
        int cut = random.nextInt(bytes.length + 1);
        ScaleSettings settings = ScaleSettings.usual();
        new HidProtocol(settings).hear(bytes);
        for (Function<ScaleSettings, ScaleProtocol> scale : SCALES) {
            ScaleProtocol pieces = scale.apply(settings);
            List<Heard> whole = scale.apply(settings).hear(bytes);
            List<Heard> heard = new ArrayList<>(pieces.hear(Arrays.copyOf(bytes, cut)));
            heard.addAll(pieces.hear(Arrays.copyOfRange(bytes, cut, bytes.length)));
            if (!told(whole).equals(told(heard))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> told(List<Heard> heard) {
        return heard.stream()
                .map(each -> each instanceof Heard.Asks ? "asks" : each.toString())
                .toList();
    }

    private static byte[] replies(String text, SplittableRandom random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            String reply = REPLIES.get(random.nextInt(REPLIES.size()));
            byte[] piece = reply.getBytes(StandardCharsets.ISO_8859_1);
            if (random.nextInt(3) == 0) {
                piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
            }
            int from = random.nextInt(4) == 0 ? random.nextInt(piece.length) : 0;
            bytes.write(piece, from, piece.length - from);
            if (random.nextInt(6) == 0) {
                String noise = text.substring(0, Math.min(20, text.length()));
                bytes.writeBytes(noise.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** What is no scan comes out as it was typed. */
    static boolean keys(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        String typed = text.substring(0, Math.min(200, text.length()));
        WedgeDecoder decoder = new WedgeDecoder();
        List<WedgeEvent> events = new ArrayList<>();
        long now = 0;
        long pace = TimeUnit.MILLISECONDS.toNanos(random.nextInt(1, 300));
        for (int i = 0; i < typed.length(); i++) {
            now += random.nextLong(2 * pace) + 1;
            events.addAll(decoder.idle(now));
            events.addAll(decoder.typed(typed.charAt(i), now));
        }
        events.addAll(decoder.idle(now + TimeUnit.SECONDS.toNanos(5)));
        StringBuilder out = new StringBuilder();
        for (WedgeEvent event : events) {
            switch (event) {
                case WedgeEvent.Typed(String characters) -> out.append(characters);
                case WedgeEvent.Scanned scanned -> {
                    return scanned.text().length() <= typed.length();
                }
                case WedgeEvent.Calibrated _ -> {
                    return true;
                }
            }
        }
        return typed.contentEquals(out);
    }
}

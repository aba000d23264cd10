package io.fulfillx.scanner.virtual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a virtual scale until it is told to stop (SIGTERM, or {@code quit} on its input). Says
 * {@code ready ADDRESS} when it can be read; each line of its input is a load in grams, or {@code
 * zero}, {@code freeze}, {@code thaw}, {@code mute}, {@code speak}, {@code unplug}, {@code plug}.
 * Ends with 2 when it is used wrongly.
 */
public final class VirtualScaleMain {
    private static final String USAGE =
            "virtual scale: PROTOCOL [tcp:PORT], such as: sics tcp:4001";

    private VirtualScaleMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (VirtualScale scale = start(args)) {
            String scheme = scale.address().toString();
            boolean hid = args[0].equals("hid");
            System.out.println(
                    "ready "
                            + (hid
                                    ? scheme.replace("serial:", "hid:")
                                    : scheme + "?protocol=" + args[0]));
            obey(scale);
        } catch (IllegalArgumentException e) {
            System.err.println("virtual scale: " + e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static VirtualScale start(String[] args) throws IOException {
        if (args.length == 0 || args.length > 2 || args[0].startsWith("-")) {
            throw new IllegalArgumentException("say which protocol it speaks");
        }
        var voice = VirtualScaleVoices.of(args[0]);
        if (args.length == 1) {
            return VirtualScale.onPty(voice);
        }
        if (!args[1].matches("tcp:[0-9]{1,5}")) {
            throw new IllegalArgumentException(args[1] + " is not tcp:PORT");
        }
        return VirtualScale.onTcp(voice, Integer.parseInt(args[1].substring(4)));
    }

    private static void obey(VirtualScale scale) throws IOException, InterruptedException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.strip().equals("quit")) {
                return;
            }
            try {
                act(scale, line.strip());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        new CountDownLatch(1).await();
    }

    private static void act(VirtualScale scale, String line) throws IOException {
        switch (line) {
            case "zero" -> scale.load().zero();
            case "freeze" -> scale.load().freeze(true);
            case "thaw" -> scale.load().freeze(false);
            case "mute" -> scale.mute(true);
            case "speak" -> scale.mute(false);
            case "unplug" -> scale.unplug();
            case "plug" -> {
                scale.plugIn();
                System.out.println("ready " + scale.address());
            }
            default -> {
                if (!line.matches("-?[0-9]{1,7}([.][0-9]{1,3})?")) {
                    throw new IllegalArgumentException("'" + line + "' is no load in grams");
                }
                scale.put(Double.parseDouble(line));
            }
        }
    }
}

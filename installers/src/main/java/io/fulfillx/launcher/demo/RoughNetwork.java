package io.fulfillx.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bad network does to the requests of stations, by the dice. */
public final class RoughNetwork {
    /** What becomes of a request. */
    enum Fate {
        /** It comes through. */
        WELL,
        /** It comes late. */
        LATE,
        /** Only its beginning comes, then the connection is gone. */
        TORN,
        /** It comes, but nobody hears the answer, and the connection seems to be there still. */
        HALF_OPEN,
        /** It comes, and once more later on a connection of its own. */
        TWICE
    }

    private static final int SIDES = 20;
    private static final int LONGEST_DELAY_MILLIS = 400;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
    private static final Pattern UPGRADE = Pattern.compile("(?i)\r\nUpgrade: *websocket\r\n");
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final RandomGenerator random;
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

    public RoughNetwork(RandomGenerator random) {
        this.random = random;
    }

    /** A request as it came over the wire. */
    record Request(byte[] bytes, String headers) {
        /** What follows on its connection are no requests. */
        boolean isUpgrade() {
            return UPGRADE.matcher(headers).find();
        }

        /** Only these bring something that must not count twice. */
        boolean isChange() {
            return headers.startsWith("POST ");
        }
    }

    /**
     * @return empty when nobody asks any more
     */
    static Optional<Request> read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String headers = "";
        while (!headers.endsWith(END_OF_HEADERS)) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            all.write(next);
            if (next == '\n') {
                headers = all.toString(StandardCharsets.ISO_8859_1);
            }
        }
        Matcher length = LENGTH.matcher(headers);
        int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
        byte[] body = in.readNBytes(rest);
        if (body.length < rest) {
            return Optional.empty();
        }
        all.write(body);
        return Optional.of(new Request(all.toByteArray(), headers));
    }

    /** One request in five has bad luck. */
    synchronized Fate next(Request request) {
        Fate fate =
                switch (random.nextInt(SIDES)) {
                    case 0 -> Fate.LATE;
                    case 1 -> Fate.TORN;
                    case 2 -> Fate.HALF_OPEN;
                    case 3 -> request.isChange() ? Fate.TWICE : Fate.LATE;
                    default -> Fate.WELL;
                };
        counts.merge(fate, 1, Integer::sum);
        return fate;
    }

    synchronized int delayMillis() {
        return random.nextInt(LONGEST_DELAY_MILLIS);
    }

    /** How many requests met which fate. */
    public synchronized Map<Fate, Integer> counts() {
        return Map.copyOf(counts);
    }
}

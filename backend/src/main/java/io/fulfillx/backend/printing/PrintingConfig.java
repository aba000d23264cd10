package io.fulfillx.backend.printing;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the server may print to.
 *
 * @param ports TCP ports that a printer may have
 * @param loopback true when printers of this machine are allowed, as in a demo
 */
public record PrintingConfig(List<PortRange> ports, boolean loopback) {
    public PrintingConfig {
        ports = List.copyOf(ports);
    }

    /** Ports from the first to the last. */
    public record PortRange(int first, int last) {
        public PortRange {
            if (first < 1 || last > 65_535 || first > last) {
                throw new IllegalArgumentException("ports go from 1 to 65535");
            }
        }

        boolean holds(int port) {
            return port >= first && port <= last;
        }

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /**
     * Reads {@code 9100-9109,6101}.
     *
     * @throws IllegalArgumentException when it is no such list
     */
    public static List<PortRange> ports(String text) {
        List<PortRange> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-", 2);
            int first = Integer.parseInt(ends[0].strip());
            int last = ends.length == 2 ? Integer.parseInt(ends[1].strip()) : first;
            ranges.add(new PortRange(first, last));
        }
        return ranges;
    }

    boolean allows(int port) {
        return ports.stream().anyMatch(range -> range.holds(port));
    }
}

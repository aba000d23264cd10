package io.fulfillx.scanner;

import io.fulfillx.device.transport.LocalDevices;

import java.time.Clock;
import java.util.List;

/** A kind of scanner: how its address is read, how it is opened, which ones are plugged in. */
public interface ScannerKind {
    /** The scheme of its addresses. */
    String scheme();

    /**
     * @param name every scan carries it
     * @throws IllegalArgumentException with one sentence, when the address is wrong
     */
    ScanSource open(ScannerAddress address, String name, Surroundings surroundings);

    /** Those that are plugged in now. */
    default List<FoundDevice> found(LocalDevices devices) {
        return List.of();
    }

    /** What a source works with. */
    record Surroundings(LocalDevices devices, Clock clock) {}
}

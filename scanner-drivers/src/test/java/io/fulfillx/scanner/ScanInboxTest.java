package io.fulfillx.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ScanInboxTest {
    private final List<String> heard = new ArrayList<>();
    private final ScanInbox inbox = new ScanInbox(scan -> heard.add(scan.text()), Runnable::run);

    private void scan(String device, String text, long millis) {
        inbox.accept(new Scan(device, text, Optional.empty(), Instant.ofEpochMilli(millis)));
    }

    @Test
    void aDoubleReadOfOneDeviceIsDropped() {
        scan("left", "A", 0);
        scan("left", "A", 119);
        assertEquals(List.of("A"), heard);
        assertEquals(1, inbox.counts().duplicates());
    }

    @Test
    void theSameItemScannedTwiceByHandCountsTwice() {
        scan("left", "A", 0);
        scan("left", "A", 120);
        assertEquals(2, inbox.counts().delivered());
    }

    @Test
    void twoDevicesDoNotDisturbEachOther() {
        scan("left", "A", 0);
        scan("right", "A", 1);
        scan("left", "B", 2);
        assertEquals(List.of("A", "A", "B"), heard);
    }

    @Test
    void afterCloseNothingIsHeard() {
        inbox.close();
        scan("left", "A", 0);
        assertEquals(List.of(), heard);
    }
}

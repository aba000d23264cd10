package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ZplStatusTest {
    private static final String READY =
            framed("030,0,0,1218,000,0,0,0,000,0,0,0")
                    + framed("000,0,0,0,0,2,6,0,00000000,1,000")
                    + framed("0000,0");

    private static String framed(String fields) {
        return "\u0002" + fields + "\u0003\r\n";
    }

    @Test
    void aReadyPrinterIsIdleAndNotStopped() {
        ZplStatus status = ZplStatus.find(READY).orElseThrow();
        assertTrue(status.idle());
        assertFalse(status.stopped());
    }

    @Test
    void faultsAndBacklogAreRead() {
        String reply =
                READY.replace("030,0,0,1218,000", "030,1,0,1218,007")
                        .replace("000,0,0,0,0,2,6,0,00000000", "000,0,1,0,0,2,6,0,00000042");
        ZplStatus status = ZplStatus.find("noise" + reply).orElseThrow();
        assertEquals(new ZplStatus(true, false, true, false, 7, false, 42), status);
    }

    @Test
    void anIncompleteReplyIsNoReply() {
        assertTrue(ZplStatus.find(READY.substring(0, 60)).isEmpty());
    }
}

package io.fulfillx.desktop.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.desktop.sync.Link;
import io.fulfillx.model.sync.StationOrders;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class StationStatusTest {
    private volatile int onHand;

    @Test
    void whatChangesWhileAListenerIsAddedIsToldToIt() throws Exception {
        BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        CountDownLatch looks = new CountDownLatch(5);
        try (StationStatus status =
                new StationStatus(
                        () -> {
                            looks.countDown();
                            return snapshot(onHand);
                        })) {
            status.listen(
                    now -> {
                        heard.add(now.onHand());
                        if (now.onHand() == 0) {
                            onHand = 1;
                            lookAgain(status, looks);
                        }
                    });
            assertEquals(0, heard.poll(5, TimeUnit.SECONDS));
            assertEquals(1, heard.poll(5, TimeUnit.SECONDS));
        }
    }

    /** Until it has looked again and again, or waits to tell what it saw. */
    private static void lookAgain(StationStatus status, CountDownLatch looks) {
        try {
            for (int i = 0; i < 40 && looks.getCount() > 0; i++) {
                status.poke();
                looks.await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StatusSnapshot snapshot(int onHand) {
        return new StatusSnapshot(
                new Link.NotEnrolled(),
                StationOrders.NONE,
                onHand,
                0,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }
}

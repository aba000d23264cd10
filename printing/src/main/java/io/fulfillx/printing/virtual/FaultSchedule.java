package io.fulfillx.printing.virtual;

import io.fulfillx.printing.virtual.FaultSpec.ByChance;
import io.fulfillx.printing.virtual.FaultSpec.Once;
import io.fulfillx.printing.virtual.FaultSpec.Place;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** Watches a printer work and makes its planned faults strike. For several threads. */
final class FaultSchedule {
    /** About a label's worth of bytes. */
    private static final int BYTES_AHEAD = 5000;

    private static final List<FaultKind> KINDS = List.of(FaultKind.values());

    private record Chance(ByChance spec, Random random) {}

    private final BiConsumer<FaultKind, Duration> strike;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Once> open = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();
    private long bytesRead;
    private volatile long nextByte = Long.MAX_VALUE;

    FaultSchedule(FaultPlan plan, BiConsumer<FaultKind, Duration> strike) {
        this.strike = strike;
        for (FaultSpec entry : plan.entries()) {
            switch (entry) {
                case Once once -> open.add(once);
                case ByChance chance -> chances.add(new Chance(chance, new Random(chance.seed())));
            }
        }
        findNextByte();
    }

    private void findNextByte() {
        nextByte =
                open.stream()
                        .filter(once -> once.place() == Place.BYTE)
                        .mapToLong(Once::number)
                        .min()
                        .orElse(Long.MAX_VALUE);
    }

    /** Called by the one thread that reads. */
    void byteRead() {
        if (++bytesRead >= nextByte) {
            due(Place.BYTE, bytesRead);
        }
    }

    void labelBegins(long number) {
        lock.lock();
        try {
            chances.forEach(chance -> draw(chance, number));
        } finally {
            lock.unlock();
        }
        due(Place.LABEL, number);
    }

    void labelOut(long number) {
        due(Place.AFTER, number);
    }

    private void draw(Chance chance, long number) {
        Random random = chance.random();
        if (random.nextDouble() >= chance.spec().rate()) {
            return;
        }
        FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
        long millis = Math.max(1, chance.spec().longest().toMillis());
        Duration lasting = Duration.ofMillis(1 + random.nextLong(millis));
        boolean now = random.nextBoolean();
        long at = now ? number : bytesRead + 1 + random.nextInt(BYTES_AHEAD);
        open.add(new Once(kind, now ? Place.LABEL : Place.BYTE, at, lasting));
        findNextByte();
    }

    private void due(Place place, long number) {
        List<Once> due;
        lock.lock();
        try {
            due =
                    open.stream()
                            .filter(once -> once.place() == place && once.number() <= number)
                            .toList();
            open.removeAll(due);
            findNextByte();
        } finally {
            lock.unlock();
        }
        due.forEach(once -> strike.accept(once.kind(), once.lasting()));
    }
}

package io.fulfillx.launcher.bench.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The files as a power cut after some steps may leave them. What was synced is there. Of what was
 * not, each write is there, or not, or some of its sectors are; a file or its removal may have no
 * name in the folder yet.
 */
final class CrashImage {
    /** What a disk writes whole or not at all. */
    private static final int SECTOR = 512;

    /** What a file holds for certain, and what it may hold. */
    private static final class Content {
        private byte[] certain = {};
        private final List<DiskStep> waiting = new ArrayList<>();

        void sync() {
            waiting.forEach(step -> certain = after(certain, step));
            waiting.clear();
        }
    }

    /** How much of what was not synced is there. */
    private enum Luck {
        NOTHING,
        EVERYTHING,
        ANYTHING
    }

    private final Map<Path, Content> named = new LinkedHashMap<>();
    private final Map<Path, Content> open = new HashMap<>();
    private DiskStep.Promise promise = DiskStep.Promise.NONE;

    private CrashImage() {}

    /** The disk after so many steps of a recording that began with an empty folder. */
    static CrashImage after(List<DiskStep> steps) {
        CrashImage image = new CrashImage();
        steps.forEach(image::play);
        return image;
    }

    /** What had been promised when the power went. */
    DiskStep.Promise promise() {
        return promise;
    }

    private void play(DiskStep step) {
        switch (step) {
            case DiskStep.Written written -> content(written.file()).waiting.add(written);
            case DiskStep.Cut cut -> content(cut.file()).waiting.add(cut);
            case DiskStep.Synced(Path path) -> {
                Content content = open.get(path);
                if (content == null) {
                    named.keySet().removeIf(file -> path.equals(file.getParent()));
                    open.forEach((file, now) -> nameIn(path, file, now));
                } else {
                    content.sync();
                }
            }
            case DiskStep.Removed(Path file) -> open.remove(file);
            case DiskStep.Acknowledged(DiskStep.Promise told) -> promise = told;
        }
    }

    private Content content(Path file) {
        return open.computeIfAbsent(file, _ -> new Content());
    }

    private void nameIn(Path folder, Path file, Content content) {
        if (folder.equals(file.getParent())) {
            named.put(file, content);
        }
    }

    /** Writes one of the possible disks into an empty folder. */
    void write(Path folder, RandomGenerator random) throws IOException {
        Luck luck = Luck.values()[random.nextInt(Luck.values().length)];
        Map<Path, Content> names = new HashMap<>(named);
        for (Path file : open.keySet()) {
            if (has(luck, random)) {
                names.put(file, content(file));
            }
        }
        names.keySet().removeIf(file -> !open.containsKey(file) && has(luck, random));
        for (Map.Entry<Path, Content> each : names.entrySet()) {
            Path file = folder.resolve(String.valueOf(each.getKey().getFileName()));
            Files.write(file, bytes(each.getValue(), luck, random));
        }
    }

    private static boolean has(Luck luck, RandomGenerator random) {
        return switch (luck) {
            case NOTHING -> false;
            case EVERYTHING -> true;
            case ANYTHING -> random.nextBoolean();
        };
    }

    private static byte[] bytes(Content content, Luck luck, RandomGenerator random) {
        byte[] bytes = content.certain;
        for (DiskStep step : content.waiting) {
            if (luck == Luck.ANYTHING && step instanceof DiskStep.Written written) {
                bytes = torn(bytes, written, random);
            } else if (has(luck, random)) {
                bytes = after(bytes, step);
            }
        }
        return bytes;
    }

    /** Of a write the whole, nothing, or some sectors. */
    private static byte[] torn(byte[] bytes, DiskStep.Written written, RandomGenerator random) {
        int chance = random.nextInt(3);
        if (chance == 0) {
            return bytes;
        } else if (chance == 1) {
            return after(bytes, written);
        }
        byte[] now = bytes;
        for (int from = 0; from < written.bytes().length; from += SECTOR) {
            if (random.nextBoolean()) {
                int to = Math.min(written.bytes().length, from + SECTOR);
                byte[] part = Arrays.copyOfRange(written.bytes(), from, to);
                now =
                        after(
                                now,
                                new DiskStep.Written(
                                        written.file(), written.offset() + from, part));
            }
        }
        return now;
    }

    private static byte[] after(byte[] bytes, DiskStep step) {
        return switch (step) {
            case DiskStep.Written(_, long offset, byte[] added) -> {
                int end = Math.toIntExact(offset + added.length);
                byte[] now = Arrays.copyOf(bytes, Math.max(bytes.length, end));
                System.arraycopy(added, 0, now, Math.toIntExact(offset), added.length);
                yield now;
            }
            case DiskStep.Cut(_, long size) -> Arrays.copyOf(bytes, Math.toIntExact(size));
            case DiskStep.Synced _, DiskStep.Removed _, DiskStep.Acknowledged _ -> bytes;
        };
    }
}

package io.fulfillx.launcher.bench.offline;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands between SQLite and the system while it is open: every write, cut, sync and removal goes
 * through to the disk and onto a tape, in the order in which it took effect.
 */
@SuppressWarnings("restricted")
final class DiskRecorder implements AutoCloseable {
    private static final String LIBRARY = "libsqlitejdbc";
    private static final Linker LINKER = Linker.nativeLinker();

    /** pwrite(2). */
    public interface Write {
        long call(int file, MemorySegment bytes, long count, long offset);
    }

    /** ftruncate(2). */
    public interface Cut {
        int call(int file, long size);
    }

    /** fsync(2). */
    public interface Sync {
        int call(int file);
    }

    /** unlink(2). */
    public interface Remove {
        int call(MemorySegment path);
    }

    private static final FunctionDescriptor WRITE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor CUT =
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor SYNC = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    private static final FunctionDescriptor REMOVE = FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private final DiskTape tape;
    private final Arena arena = Arena.ofShared();
    private final Map<MemorySegment, Long> before = new HashMap<>();
    private final Write write = bind("pwrite", Write.class, WRITE);
    private final Cut cut = bind("ftruncate", Cut.class, CUT);
    private final Sync sync = bind("fsync", Sync.class, SYNC);
    private final Remove remove = bind("unlink", Remove.class, REMOVE);

    private DiskRecorder(DiskTape tape) {
        this.tape = tape;
    }

    /**
     * Begins to record. SQLite must have been used before, so that it is loaded.
     *
     * @throws IOException when SQLite's calls cannot be reached here
     */
    static DiskRecorder start(DiskTape tape) throws IOException {
        LibraryCalls calls = LibraryCalls.of(LIBRARY);
        DiskRecorder recorder = new DiskRecorder(tape);
        recorder.stand(calls, List.of("pwrite64", "pwrite"), Write.class, recorder::pwrite, WRITE);
        recorder.stand(
                calls, List.of("ftruncate64", "ftruncate"), Cut.class, recorder::ftruncate, CUT);
        recorder.stand(calls, List.of("fsync", "fdatasync"), Sync.class, recorder::fsync, SYNC);
        recorder.stand(calls, List.of("unlink"), Remove.class, recorder::unlink, REMOVE);
        return recorder;
    }

    private <T> void stand(
            LibraryCalls calls,
            List<String> functions,
            Class<T> type,
            T instead,
            FunctionDescriptor shape)
            throws IOException {
        List<MemorySegment> places =
                functions.stream().flatMap(name -> calls.places(name).stream()).toList();
        if (places.isEmpty()) {
            throw new IOException("SQLite calls none of " + functions + " here");
        }
        MemorySegment ours = LINKER.upcallStub(method(type, instead, shape), shape, arena);
        for (MemorySegment place : places) {
            before.put(place, place.get(ValueLayout.JAVA_LONG, 0));
            place.set(ValueLayout.JAVA_LONG, 0, ours.address());
        }
    }

    private static <T> MethodHandle method(Class<T> type, T instead, FunctionDescriptor shape)
            throws IOException {
        try {
            return MethodHandles.lookup()
                    .findVirtual(type, "call", shape.toMethodType())
                    .bindTo(instead);
        } catch (ReflectiveOperationException e) {
            throw new IOException("no method of " + type, e);
        }
    }

    private static <T> T bind(String name, Class<T> type, FunctionDescriptor shape) {
        MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
        return MethodHandleProxies.asInterfaceInstance(
                type, LINKER.downcallHandle(function, shape));
    }

    private long pwrite(int file, MemorySegment bytes, long count, long offset) {
        synchronized (tape) {
            long written = write.call(file, bytes, count, offset);
            Path path = path(file);
            if (written > 0 && tape.records(path)) {
                byte[] copy = bytes.reinterpret(written).toArray(ValueLayout.JAVA_BYTE);
                tape.add(new DiskStep.Written(path, offset, copy));
            }
            return written;
        }
    }

    private int ftruncate(int file, long size) {
        synchronized (tape) {
            int result = cut.call(file, size);
            Path path = path(file);
            if (result == 0 && tape.records(path)) {
                tape.add(new DiskStep.Cut(path, size));
            }
            return result;
        }
    }

    private int fsync(int file) {
        synchronized (tape) {
            Path path = path(file);
            if (!tape.records(path)) {
                return sync.call(file);
            }
            if (!tape.keepsSyncs()) {
                return 0;
            }
            int result = sync.call(file);
            if (result == 0) {
                tape.add(new DiskStep.Synced(path));
            }
            return result;
        }
    }

    private int unlink(MemorySegment name) {
        synchronized (tape) {
            Path path = Path.of(name.reinterpret(Long.MAX_VALUE).getString(0));
            int result = remove.call(name);
            if (result == 0 && tape.records(path)) {
                tape.add(new DiskStep.Removed(path));
            }
            return result;
        }
    }

    /** Nothing may be thrown into SQLite: what has no name is recorded nowhere. */
    private static Path path(int file) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + file));
        } catch (IOException e) {
            return Path.of("");
        }
    }

    /** SQLite calls the system itself again. No call of it may be running. */
    @Override
    public void close() {
        before.forEach((place, address) -> place.set(ValueLayout.JAVA_LONG, 0, address));
        arena.close();
    }
}

package io.fulfillx.launcher.bench.offline;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a loaded library of 64-bit Linux keeps the addresses of the functions that it calls. The
 * dynamic linker filled these places by the library's relocation tables (System V ABI, chapter 5);
 * whoever writes another address there is called instead.
 */
@SuppressWarnings("restricted")
final class LibraryCalls {
    private static final int PROGRAM_HEADER_BYTES = 56;
    private static final int DYNAMIC = 2;
    private static final int DYNAMIC_ENTRY_BYTES = 16;
    private static final int RELOCATION_BYTES = 24;
    private static final int SYMBOL_BYTES = 24;

    private static final long STRINGS = 5;
    private static final long SYMBOLS = 6;
    private static final long RELOCATIONS = 7;
    private static final long RELOCATIONS_SIZE = 8;
    private static final long JUMPS = 23;
    private static final long JUMPS_SIZE = 2;

    /** Types that hold an address of a function: x86-64, then AArch64. */
    private static final Set<Integer> ADDRESSES = Set.of(1, 6, 7, 257, 1025, 1026);

    private final long base;
    private final ByteBuffer file;
    private final Map<Long, Long> dynamic = new HashMap<>();
    private final Map<String, List<MemorySegment>> places = new HashMap<>();

    private LibraryCalls(long base, ByteBuffer file) {
        this.base = base;
        this.file = file;
    }

    /**
     * @param name part of the library's file name
     * @throws IOException when this process has no such library, or it cannot be read
     */
    static LibraryCalls of(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] parts = line.split(" +", 6);
            // The first mapping of a library is the one of its head.
            if (parts.length == 6 && parts[5].contains(name)) {
                long base =
                        Long.parseUnsignedLong(parts[0].substring(0, parts[0].indexOf('-')), 16);
                byte[] bytes = Files.readAllBytes(Path.of(parts[5].strip()));
                LibraryCalls calls =
                        new LibraryCalls(
                                base, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
                calls.read();
                return calls;
            }
        }
        throw new IOException("this program has not loaded " + name);
    }

    /** The places that hold the address of this function; none when the library never calls it. */
    List<MemorySegment> places(String function) {
        return places.getOrDefault(function, List.of());
    }

    private void read() {
        int table = Math.toIntExact(file.getLong(32));
        int count = file.getShort(56);
        for (int i = 0; i < count; i++) {
            int header = table + i * PROGRAM_HEADER_BYTES;
            if (file.getInt(header) == DYNAMIC) {
                entries(Math.toIntExact(file.getLong(header + 8)));
            }
        }
        relocations(RELOCATIONS, RELOCATIONS_SIZE);
        relocations(JUMPS, JUMPS_SIZE);
    }

    private void entries(int from) {
        for (int at = from; file.getLong(at) != 0; at += DYNAMIC_ENTRY_BYTES) {
            dynamic.put(file.getLong(at), file.getLong(at + 8));
        }
    }

    private void relocations(long tableTag, long sizeTag) {
        int from = Math.toIntExact(dynamic.getOrDefault(tableTag, 0L));
        int size = Math.toIntExact(dynamic.getOrDefault(sizeTag, 0L));
        for (int at = from; at < from + size; at += RELOCATION_BYTES) {
            long info = file.getLong(at + 8);
            if (ADDRESSES.contains((int) info) && info >>> 32 != 0) {
                long address = base + file.getLong(at);
                places.computeIfAbsent(name((int) (info >>> 32)), _ -> new ArrayList<>())
                        .add(
                                MemorySegment.ofAddress(address)
                                        .reinterpret(ValueLayout.JAVA_LONG.byteSize()));
            }
        }
    }

    private String name(int symbol) {
        long symbols = dynamic.getOrDefault(SYMBOLS, 0L);
        long strings = dynamic.getOrDefault(STRINGS, 0L);
        int at =
                Math.toIntExact(
                        strings
                                + file.getInt(
                                        Math.toIntExact(symbols + (long) symbol * SYMBOL_BYTES)));
        StringBuilder name = new StringBuilder();
        for (int next = at; file.get(next) != 0; next++) {
            name.append((char) file.get(next));
        }
        return name.toString();
    }
}

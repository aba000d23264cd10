package io.fulfillx.device.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.VarHandle;

/**
 * The calls themselves, with Linux's numbers. Every failure becomes an {@link IOException} that
 * names the call and the system's reason.
 */
final class CLibrary {
    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final short POLLIN = 0x1;
    static final short POLLOUT = 0x4;

    /** Error, hang-up or a file that is not open. */
    static final short POLL_BROKEN = 0x8 | 0x10 | 0x20;

    static final int OUTPUT_QUEUE_BYTES = 0x5411;

    /** What read and write return when the call would have had to wait. */
    static final int WOULD_WAIT = -1;

    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int POLLFD_BYTES = 8;
    private static final int NAME_BYTES = 128;
    private static final int WAKEUP_BYTES = 8;
    private static final int LOCK_EXCLUSIVE_AT_ONCE = 2 | 4;
    private static final int FORGET_OUTPUT = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    /** An int function of one int. */
    public interface OfInt {
        int call(MemorySegment callState, int value);
    }

    /** An int function of two ints. */
    public interface OfTwoInts {
        int call(MemorySegment callState, int first, int second);
    }

    /** ioctl(2) with a place for its answer. */
    public interface Control {
        int call(MemorySegment callState, int file, long request, MemorySegment answer);
    }

    /** open(2) without a mode. */
    public interface Open {
        int call(MemorySegment callState, MemorySegment path, int flags);
    }

    /** read(2) and write(2). */
    public interface Transfer {
        long call(MemorySegment callState, int file, MemorySegment bytes, long count);
    }

    /** poll(2). */
    public interface Poll {
        int call(MemorySegment callState, MemorySegment files, long count, int millis);
    }

    /** ptsname_r(3). */
    public interface TerminalName {
        int call(MemorySegment callState, int file, MemorySegment name, long size);
    }

    /** tcgetattr(3). */
    public interface GetAttributes {
        int call(MemorySegment callState, int file, MemorySegment termios);
    }

    /** tcsetattr(3). */
    public interface SetAttributes {
        int call(MemorySegment callState, int file, int when, MemorySegment termios);
    }

    /** cfsetspeed(3). */
    public interface SetSpeed {
        int call(MemorySegment callState, MemorySegment termios, int baud);
    }

    private static final OfInt CLOSE = bind("close", OfInt.class, ints(JAVA_INT));
    private static final OfTwoInts EVENT =
            bind("eventfd", OfTwoInts.class, ints(JAVA_INT, JAVA_INT));
    private static final OfTwoInts LOCK = bind("flock", OfTwoInts.class, ints(JAVA_INT, JAVA_INT));
    private static final OfTwoInts FLUSH =
            bind("tcflush", OfTwoInts.class, ints(JAVA_INT, JAVA_INT));
    private static final Control CONTROL =
            bind(
                    "ioctl",
                    Control.class,
                    ints(JAVA_INT, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(2));
    private static final OfInt OPEN_MASTER = bind("posix_openpt", OfInt.class, ints(JAVA_INT));
    private static final OfInt GRANT = bind("grantpt", OfInt.class, ints(JAVA_INT));
    private static final OfInt UNLOCK = bind("unlockpt", OfInt.class, ints(JAVA_INT));
    private static final Open OPEN =
            bind("open", Open.class, ints(ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final Transfer READ = bind("read", Transfer.class, transfer());
    private static final Transfer WRITE = bind("write", Transfer.class, transfer());
    private static final Poll POLL = bind("poll", Poll.class, ints(ADDRESS, JAVA_LONG, JAVA_INT));
    private static final TerminalName NAME =
            bind("ptsname_r", TerminalName.class, ints(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final GetAttributes GET_ATTRIBUTES =
            bind("tcgetattr", GetAttributes.class, ints(JAVA_INT, ADDRESS));
    private static final SetAttributes SET_ATTRIBUTES =
            bind("tcsetattr", SetAttributes.class, ints(JAVA_INT, JAVA_INT, ADDRESS));
    private static final SetSpeed SET_SPEED =
            bind("cfsetspeed", SetSpeed.class, ints(ADDRESS, JAVA_INT));

    private CLibrary() {}

    private static FunctionDescriptor ints(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    private static FunctionDescriptor transfer() {
        return FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    }

    @SuppressWarnings("restricted")
    private static <T> T bind(
            String name, Class<T> shape, FunctionDescriptor types, Linker.Option... variadic) {
        Linker.Option[] options = new Linker.Option[variadic.length + 1];
        System.arraycopy(variadic, 0, options, 0, variadic.length);
        options[variadic.length] = Linker.Option.captureCallState("errno");
        MemorySegment symbol = LINKER.defaultLookup().findOrThrow(name);
        return MethodHandleProxies.asInterfaceInstance(
                shape, LINKER.downcallHandle(symbol, types, options));
    }

    static int open(String path, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int file = OPEN.call(state, arena.allocateFrom(path), flags);
            return checked(file, state, "open " + path);
        }
    }

    /** Opens the master side of a new pseudo-terminal and lets its slave be opened. */
    static int openMaster() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
            int file = checked(OPEN_MASTER.call(state, flags), state, "posix_openpt");
            checked(GRANT.call(state, file), state, "grantpt");
            checked(UNLOCK.call(state, file), state, "unlockpt");
            return file;
        }
    }

    static String slaveName(int master) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment name = arena.allocate(NAME_BYTES);
            if (NAME.call(state, master, name, NAME_BYTES) != 0) {
                throw failure(state, "ptsname_r");
            }
            return name.getString(0);
        }
    }

    static void close(int file) {
        try (Arena arena = Arena.ofConfined()) {
            CLOSE.call(arena.allocate(CALL_STATE), file);
        }
    }

    /** Bytes read, 0 at the end, {@link #WOULD_WAIT} when there are none now. */
    static int read(int file, byte[] into) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment buffer = arena.allocate(into.length);
            int count = transferred(READ.call(state, file, buffer, into.length), state, "read");
            if (count > 0) {
                MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, count);
            }
            return count;
        }
    }

    /** Bytes taken, or {@link #WOULD_WAIT} when there is no room now. */
    static int write(int file, byte[] from, int offset, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment buffer = arena.allocate(length);
            MemorySegment.copy(from, offset, buffer, ValueLayout.JAVA_BYTE, 0, length);
            return transferred(WRITE.call(state, file, buffer, length), state, "write");
        }
    }

    private static int transferred(long count, MemorySegment state, String call)
            throws IOException {
        if (count >= 0) {
            return (int) count;
        }
        int errno = (int) ERRNO.get(state, 0L);
        if (errno == EAGAIN || errno == EINTR) {
            return WOULD_WAIT;
        }
        throw failure(state, call);
    }

    /**
     * The events that came to the file, 0 when the time is over or the wake-up was used. Error and
     * hang-up always count.
     */
    static short poll(int file, short events, int wakeup, int millis) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment files = arena.allocate(2 * POLLFD_BYTES, JAVA_INT.byteAlignment());
            files.set(JAVA_INT, 0, file);
            files.set(ValueLayout.JAVA_SHORT, 4, events);
            files.set(JAVA_INT, POLLFD_BYTES, wakeup);
            files.set(ValueLayout.JAVA_SHORT, POLLFD_BYTES + 4, POLLIN);
            int ready = POLL.call(state, files, 2, millis);
            if (ready < 0 && (int) ERRNO.get(state, 0L) != EINTR) {
                throw failure(state, "poll");
            }
            return ready > 0 ? files.get(ValueLayout.JAVA_SHORT, 6) : 0;
        }
    }

    /** A file that becomes readable for good once {@link #wake} was called. */
    static int openWakeup() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return checked(EVENT.call(state, 0, O_NONBLOCK | O_CLOEXEC), state, "eventfd");
        }
    }

    static void wake(int wakeup) throws IOException {
        byte[] one = new byte[WAKEUP_BYTES];
        one[0] = 1;
        write(wakeup, one, 0, one.length);
    }

    /** Keeps other programs out that ask in the same way; given back when the file is closed. */
    static void lock(int file, String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            checked(LOCK.call(state, file, LOCK_EXCLUSIVE_AT_ONCE), state, "lock " + path);
        }
    }

    /** Drops what a terminal has not sent yet. On other files nothing happens. */
    static void forgetOutput(int file) {
        try (Arena arena = Arena.ofConfined()) {
            FLUSH.call(arena.allocate(CALL_STATE), file, FORGET_OUTPUT);
        }
    }

    /** Asks the driver; the answer is {@code bytes} long. */
    static byte[] control(int file, long request, int bytes, String call) throws IOException {
        return control(file, request, new byte[bytes], call);
    }

    /** Asks the driver; the question's place is where the answer is written. */
    static byte[] control(int file, long request, byte[] question, String call) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment answer = arena.allocate(question.length, Long.BYTES);
            MemorySegment.copy(question, 0, answer, ValueLayout.JAVA_BYTE, 0, question.length);
            checked(CONTROL.call(state, file, request, answer), state, call);
            return answer.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    static void getAttributes(int file, MemorySegment termios) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            checked(GET_ATTRIBUTES.call(state, file, termios), state, "tcgetattr");
        }
    }

    static void setAttributes(int file, MemorySegment termios) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            checked(SET_ATTRIBUTES.call(state, file, 0, termios), state, "tcsetattr");
        }
    }

    static void setSpeed(MemorySegment termios, int baud) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            checked(SET_SPEED.call(state, termios, baud), state, "cfsetspeed " + baud);
        }
    }

    private static int checked(int result, MemorySegment state, String call) throws IOException {
        if (result < 0) {
            throw failure(state, call);
        }
        return result;
    }

    private static IOException failure(MemorySegment state, String call) {
        int errno = (int) ERRNO.get(state, 0L);
        String reason =
                switch (errno) {
                    case 2, 6 -> "no such device";
                    case 5, 19 -> "the device has gone";
                    case EAGAIN -> "another program uses the device";
                    case 13 -> "permission denied (is this user in the dialout or lp group?)";
                    case 16 -> "the device is busy";
                    case 22 -> "not supported by the device";
                    case 25 -> "not a device that can do this";
                    case 28 -> "the printer is out of paper";
                    default -> "errno " + errno;
                };
        return new IOException(call + ": " + reason);
    }
}

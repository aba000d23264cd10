package io.fulfillx.device.posix;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An open serial port or one end of a pseudo-terminal, with deadlines that hold whatever the other
 * side does. {@link #close()} may come from any thread and ends calls that wait.
 */
public final class Terminal implements AutoCloseable {
    private static final int TERMIOS_BYTES = 64;
    private static final int INPUT_FLAGS = 0;
    private static final int OUTPUT_FLAGS = 4;
    private static final int CONTROL_FLAGS = 8;
    private static final int LOCAL_FLAGS = 12;
    private static final int MINIMUM_TIME = 17 + 5;
    private static final int MINIMUM_BYTES = 17 + 6;

    private static final int OBEY_XOFF = 0x400;
    private static final int BITS_7 = 0x20;
    private static final int BITS_8 = 0x30;
    private static final int TWO_STOP_BITS = 0x40;
    private static final int RECEIVER_NO_MODEM = 0x80 | 0x800;
    private static final int PARITY = 0x100;
    private static final int PARITY_ODD = 0x200;
    private static final int OBEY_CTS = 0x80000000;
    private static final int MODE_BITS = BITS_8 | TWO_STOP_BITS | PARITY | PARITY_ODD | OBEY_CTS;

    private final DeviceFile device;

    private Terminal(DeviceFile device) {
        this.device = device;
    }

    /** Whether this machine has such terminals. */
    public static boolean supported() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    /** Opens a serial port raw, which others may have open too. */
    public static Terminal openShared(Path path, LineSettings line) throws IOException {
        return open(path, line, false);
    }

    /**
     * Opens a serial port raw, for this process alone: two programs on one port would mix their
     * labels.
     */
    public static Terminal open(Path path, LineSettings line) throws IOException {
        return open(path, line, true);
    }

    private static Terminal open(Path path, LineSettings line, boolean alone) throws IOException {
        Terminal terminal = new Terminal(DeviceFile.open(path, alone));
        try {
            terminal.makeRaw(line);
            return terminal;
        } catch (IOException e) {
            terminal.close();
            throw e;
        }
    }

    /** Opens the device's end of a new pseudo-terminal. */
    public static Terminal openMaster() throws IOException {
        return new Terminal(DeviceFile.of(CLibrary.openMaster()));
    }

    /** The path that a driver opens to reach this master. */
    public Path slave() throws IOException {
        return Path.of(CLibrary.slaveName(device.number()));
    }

    /** Linux's struct termios: four flag words, the line discipline, 32 control characters. */
    private void makeRaw(LineSettings line) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(TERMIOS_BYTES, Integer.BYTES);
            CLibrary.getAttributes(device.number(), termios);
            int control = termios.get(ValueLayout.JAVA_INT, CONTROL_FLAGS) & ~MODE_BITS;
            termios.set(ValueLayout.JAVA_INT, INPUT_FLAGS, inputFlags(line));
            termios.set(ValueLayout.JAVA_INT, OUTPUT_FLAGS, 0);
            termios.set(ValueLayout.JAVA_INT, CONTROL_FLAGS, control | controlFlags(line));
            termios.set(ValueLayout.JAVA_INT, LOCAL_FLAGS, 0);
            termios.set(ValueLayout.JAVA_BYTE, MINIMUM_BYTES, (byte) 0);
            termios.set(ValueLayout.JAVA_BYTE, MINIMUM_TIME, (byte) 0);
            CLibrary.setSpeed(termios, line.baud());
            CLibrary.setAttributes(device.number(), termios);
        }
    }

    private static int inputFlags(LineSettings line) {
        return line.flow() == LineSettings.Flow.XONXOFF ? OBEY_XOFF : 0;
    }

    private static int controlFlags(LineSettings line) {
        int parity =
                switch (line.parity()) {
                    case NONE -> 0;
                    case EVEN -> PARITY;
                    case ODD -> PARITY | PARITY_ODD;
                };
        return RECEIVER_NO_MODEM
                | (line.bits() == 7 ? BITS_7 : BITS_8)
                | (line.stopBits() == 2 ? TWO_STOP_BITS : 0)
                | parity
                | (line.flow() == LineSettings.Flow.RTSCTS ? OBEY_CTS : 0);
    }

    /**
     * Writes until all is taken or the time is over.
     *
     * @return how many bytes were taken
     * @throws BrokenWrite when the other side has gone, or this was closed
     */
    public int write(byte[] data, int offset, int length, Duration deadline) throws BrokenWrite {
        return device.write(data, offset, length, deadline);
    }

    /**
     * Waits for bytes.
     *
     * @return empty when the time is over
     * @throws EOFException when the other side has hung up
     */
    public byte[] read(Duration wait) throws IOException {
        return device.read(wait);
    }

    @Override
    public void close() {
        device.close();
    }
}

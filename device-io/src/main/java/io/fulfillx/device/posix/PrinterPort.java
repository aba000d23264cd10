package io.fulfillx.device.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** An open {@code /dev/usb/lp*}, the kernel's file for a printer on USB (Linux). */
public final class PrinterPort implements AutoCloseable {
    private static final int ASK_PORT_STATUS = 0x060B;
    private static final int ID_BYTES = 1024;
    private static final int ASK_DEVICE_ID = 0x80000000 | ID_BYTES << 16 | 'P' << 8 | 1;

    private final DeviceFile device;

    private PrinterPort(DeviceFile device) {
        this.device = device;
    }

    /** Opens it for this process alone. */
    public static PrinterPort open(Path path) throws IOException {
        return new PrinterPort(DeviceFile.open(path, true));
    }

    /** As {@link Terminal#write}. */
    public int write(byte[] data, int offset, int length, Duration deadline) throws BrokenWrite {
        return device.write(data, offset, length, deadline);
    }

    /** As {@link Terminal#read}. */
    public byte[] read(Duration wait) throws IOException {
        return device.read(wait);
    }

    /** The status byte of the USB printer class: bit 5 no paper, 4 selected, 3 no fault. */
    public int status() throws IOException {
        byte[] answer =
                CLibrary.control(device.number(), ASK_PORT_STATUS, Integer.BYTES, "port status");
        return answer[0] & 0xff;
    }

    /** The IEEE 1284 device id, such as {@code MFG:Zebra;MDL:ZD421;CMD:ZPL;}. */
    public String deviceId() throws IOException {
        long request = Integer.toUnsignedLong(ASK_DEVICE_ID);
        byte[] answer = CLibrary.control(device.number(), request, ID_BYTES, "device id");
        int length = Math.clamp(ByteBuffer.wrap(answer).getShort(), 2, ID_BYTES);
        return new String(Arrays.copyOfRange(answer, 2, length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        device.close();
    }
}

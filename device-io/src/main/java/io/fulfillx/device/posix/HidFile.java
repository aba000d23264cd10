package io.fulfillx.device.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * An open {@code /dev/hidraw*}, the kernel's file for the reports of a device (Linux). A named pipe
 * or a pseudo-terminal can stand for one; it then tells nothing about itself.
 */
public final class HidFile implements AutoCloseable {
    private static final int ASK_SIZE = 0x80044801;
    private static final int ASK_DESCRIPTOR = 0x90044802;
    private static final int ASK_INFO = 0x80084803;
    private static final int ASK_NAME = 0x80004804;
    private static final int ASK_PLACE = 0x80004805;
    private static final int DESCRIPTOR_BYTES = 4096;
    private static final int TEXT_BYTES = 256;

    private final DeviceFile device;

    private HidFile(DeviceFile device) {
        this.device = device;
    }

    /** Opens it for this process alone. */
    public static HidFile open(Path path) throws IOException {
        return new HidFile(DeviceFile.open(path, true));
    }

    /** Waits for a report: one at a time from a real device. As {@link Terminal#read}. */
    public byte[] read(Duration wait) throws IOException {
        return device.read(wait);
    }

    /** As {@link Terminal#write}; the first byte is the report's number, 0 when it has none. */
    public int write(byte[] report, Duration deadline) throws BrokenWrite {
        return device.write(report, 0, report.length, deadline);
    }

    /**
     * The report descriptor.
     *
     * @throws IOException when this is no real device
     */
    public byte[] descriptor() throws IOException {
        int size = number(ask(ASK_SIZE, Integer.BYTES, "descriptor size"), 0);
        int least = Math.clamp(size, 0, DESCRIPTOR_BYTES);
        // The kernel reads the wanted size from the front of the answer's place.
        byte[] question = new byte[Integer.BYTES + DESCRIPTOR_BYTES];
        ByteBuffer.wrap(question).order(ByteOrder.nativeOrder()).putInt(least);
        byte[] answer =
                CLibrary.control(
                        device.number(),
                        Integer.toUnsignedLong(ASK_DESCRIPTOR),
                        question,
                        "descriptor");
        return Arrays.copyOfRange(answer, Integer.BYTES, Integer.BYTES + least);
    }

    /**
     * Maker and product, as {@code 0c2e:0b61}.
     *
     * @throws IOException when this is no real device
     */
    public String numbers() throws IOException {
        byte[] answer = ask(ASK_INFO, 8, "device numbers");
        ByteBuffer info = ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder());
        return "%04x:%04x".formatted(info.getShort(4) & 0xFFFF, info.getShort(6) & 0xFFFF);
    }

    /**
     * What it calls itself.
     *
     * @throws IOException when this is no real device
     */
    public String name() throws IOException {
        return text(ask(ASK_NAME | TEXT_BYTES << 16, TEXT_BYTES, "device name"));
    }

    /**
     * Where it is plugged in, as the kernel names it: {@code usb-0000:00:14.0-3/input0}.
     *
     * @throws IOException when this is no real device
     */
    public String place() throws IOException {
        return text(ask(ASK_PLACE | TEXT_BYTES << 16, TEXT_BYTES, "device place"));
    }

    private byte[] ask(int request, int bytes, String call) throws IOException {
        return CLibrary.control(device.number(), Integer.toUnsignedLong(request), bytes, call);
    }

    private static int number(byte[] answer, int at) {
        return ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()).getInt(at);
    }

    private static String text(byte[] answer) {
        int end = 0;
        while (end < answer.length && answer[end] != 0) {
            end++;
        }
        return new String(answer, 0, end, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        device.close();
    }
}

package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

/**
 * Zebra, Symbol and Motorola: packets of the Simple Serial Interface. A packet is its length, the
 * command, 4 for the host, a status, data, and the negative sum of all bytes in two.
 */
final class ZebraSsi implements FeedbackCommands {
    private static final int BEEP = 0xE6;
    private static final int SCAN_ENABLE = 0xE9;
    private static final int SCAN_DISABLE = 0xEA;
    private static final int SHORT_HIGH = 0x00;
    private static final int LONG_LOW = 0x0F;
    private static final int HOST = 4;
    private static final int HEAD_BYTES = 4;
    private static final int SUM_BYTES = 2;

    @Override
    public byte[] bytes(Feedback feedback) {
        return switch (feedback) {
            case GOOD -> packet(BEEP, SHORT_HIGH);
            case BAD -> packet(BEEP, LONG_LOW);
            case ENABLE -> packet(SCAN_ENABLE);
            case DISABLE -> packet(SCAN_DISABLE);
        };
    }

    private static byte[] packet(int command, int... data) {
        int length = HEAD_BYTES + data.length;
        byte[] packet = new byte[length + SUM_BYTES];
        packet[0] = (byte) length;
        packet[1] = (byte) command;
        packet[2] = HOST;
        int sum = length + command + HOST;
        for (int i = 0; i < data.length; i++) {
            packet[HEAD_BYTES + i] = (byte) data[i];
            sum += data[i];
        }
        packet[length] = (byte) (-sum >> 8);
        packet[length + 1] = (byte) -sum;
        return packet;
    }
}

package io.fulfillx.printing.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** One question to everybody, and the answers that come within a time. */
final class Datagrams {
    static final int RAW_PORT = 9100;
    private static final int LARGEST_BYTES = 9000;

    /** Datagrams get lost; whoever hears both answers twice. */
    private static final int TIMES = 2;

    /** Takes an answer. */
    interface Answers {
        void take(byte[] answer, InetAddress sender);
    }

    private Datagrams() {}

    static void ask(InetSocketAddress target, byte[] question, Duration limit, Answers answers)
            throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (int i = 0; i < TIMES; i++) {
                socket.send(new DatagramPacket(question, question.length, target));
            }
            byte[] buffer = new byte[LARGEST_BYTES];
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            while (left > 0) {
                socket.setSoTimeout((int) left);
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answers.take(
                        Arrays.copyOf(packet.getData(), packet.getLength()), packet.getAddress());
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (SocketTimeoutException e) {
            // Everybody who wanted to has answered.
        }
    }

    static URI rawAddress(InetAddress host, int port) {
        String name = host.getHostAddress();
        return URI.create(
                "tcp://" + (host instanceof Inet6Address ? "[" + name + "]" : name) + ":" + port);
    }
}

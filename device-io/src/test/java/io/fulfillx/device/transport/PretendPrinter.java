package io.fulfillx.device.transport;

import net.codecrete.usb.UsbAlternateInterface;
import net.codecrete.usb.UsbControlTransfer;
import net.codecrete.usb.UsbDevice;
import net.codecrete.usb.UsbDirection;
import net.codecrete.usb.UsbEndpoint;
import net.codecrete.usb.UsbException;
import net.codecrete.usb.UsbInterface;
import net.codecrete.usb.UsbTimeoutException;
import net.codecrete.usb.UsbTransferType;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A USB printer as the library shows it: pipes that hold a few packets and then make wait. */
final class PretendPrinter implements TransportContract.Device {
    private static final String ID = "xxMFG:Eltron;MDL:LP2844;CMD:EPL;";
    private static final int NO_PAPER = 0x38;
    private static final byte[] GONE = {};

    private final String number;
    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(4);
    private final BlockingQueue<byte[]> said = new ArrayBlockingQueue<>(4);
    private volatile boolean gone;

    PretendPrinter(String number) {
        this.number = number;
    }

    UsbDevice device() {
        return pretend(
                UsbDevice.class,
                (_, method, arguments) ->
                        switch (method.getName()) {
                            case "getSerialNumber" -> number;
                            case "getInterfaces" -> List.of(face());
                            case "transferOut" -> transferOut(arguments);
                            case "transferIn" -> transferIn((int) arguments[1]);
                            case "controlTransferIn" -> control((UsbControlTransfer) arguments[0]);
                            case "abortTransfers", "close" -> abort();
                            default -> null;
                        });
    }

    private static <T> T pretend(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static UsbInterface face() {
        UsbAlternateInterface alternate =
                pretend(
                        UsbAlternateInterface.class,
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "getClassCode" -> 7;
                                    case "getEndpoints" ->
                                            List.of(
                                                    endpoint(1, UsbDirection.OUT),
                                                    endpoint(2, UsbDirection.IN));
                                    default -> 0;
                                });
        return pretend(
                UsbInterface.class,
                (_, method, _) ->
                        method.getName().equals("getAlternates") ? List.of(alternate) : (Object) 0);
    }

    private static UsbEndpoint endpoint(int endpoint, UsbDirection direction) {
        return pretend(
                UsbEndpoint.class,
                (_, method, _) ->
                        switch (method.getName()) {
                            case "getNumber" -> endpoint;
                            case "getDirection" -> direction;
                            case "getTransferType" -> UsbTransferType.BULK;
                            default -> 64;
                        });
    }

    private Object transferOut(Object... arguments) throws InterruptedException {
        byte[] packet = new byte[(int) arguments[3]];
        System.arraycopy(arguments[1], (int) arguments[2], packet, 0, packet.length);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((int) arguments[4]);
        while (!received.offer(packet, 5, TimeUnit.MILLISECONDS)) {
            failWhenGone();
            if (System.nanoTime() - end > 0) {
                throw new UsbTimeoutException("no room");
            }
        }
        failWhenGone();
        return 0;
    }

    private byte[] transferIn(int millis) throws InterruptedException {
        failWhenGone();
        byte[] packet = said.poll(millis, TimeUnit.MILLISECONDS);
        failWhenGone();
        if (packet == null) {
            throw new UsbTimeoutException("nothing said");
        }
        return packet;
    }

    private void failWhenGone() {
        if (gone) {
            throw new UsbException("gone");
        }
    }

    private static byte[] control(UsbControlTransfer request) {
        return request.request() == 0
                ? ID.getBytes(StandardCharsets.US_ASCII)
                : new byte[] {NO_PAPER};
    }

    private Object abort() {
        gone = true;
        return said.offer(GONE);
    }

    @Override
    public byte[] received(int count) throws IOException {
        byte[] packet = received.poll();
        if (packet == null || packet.length != count) {
            throw new IOException("not in one packet");
        }
        return packet;
    }

    @Override
    public void say(byte[] bytes) {
        said.add(bytes);
    }

    @Override
    public void vanish() {
        abort();
    }

    @Override
    public void close() {
        abort();
    }
}

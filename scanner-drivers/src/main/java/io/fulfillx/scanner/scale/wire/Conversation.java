package io.fulfillx.scanner.scale.wire;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.scale.protocol.Heard;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Questions and answers over one open connection. What came before a question is no answer. */
final class Conversation {
    /** Scales answer within a tenth of that, even at 1200 baud. */
    private static final Duration ANSWER = Duration.ofMillis(500);

    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final Duration WRITE = Duration.ofMillis(500);

    private final Transport transport;
    private final ScaleProtocol protocol;
    private boolean begun;

    Conversation(Transport transport, ScaleProtocol protocol) {
        this.transport = transport;
        this.protocol = protocol;
    }

    boolean asks() {
        return protocol.question().length > 0;
    }

    ScaleProtocol protocol() {
        return protocol;
    }

    /** One round: asks and waits for the answer, or listens for a moment. */
    List<Heard> round() throws TransportException {
        return asks() ? ask() : listen();
    }

    private List<Heard> ask() throws TransportException {
        List<Heard> late = new ArrayList<>(drain());
        // A late answer may be about another load; only what became of a command still counts.
        late.removeIf(each -> each instanceof Heard.Weighed || each instanceof Heard.Shown);
        protocol.forget();
        transport.write(protocol.question(), WRITE);
        long end = System.nanoTime() + ANSWER.toNanos();
        List<Heard> heard = new ArrayList<>();
        while (heard.isEmpty() && System.nanoTime() - end < 0) {
            heard.addAll(wait(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        }
        late.addAll(heard);
        return late;
    }

    /** Reads once; a scale that wants an answer gets it. */
    List<Heard> wait(Duration time) throws TransportException {
        List<Heard> heard = new ArrayList<>();
        for (Heard each : protocol.hear(transport.read(time))) {
            if (each instanceof Heard.Asks(byte[] answer)) {
                transport.write(answer, WRITE);
            } else {
                heard.add(each);
            }
        }
        return heard;
    }

    private List<Heard> listen() throws TransportException {
        if (begun) {
            return wait(LISTEN);
        }
        begun = true;
        drain();
        protocol.forget();
        List<Heard> first = wait(LISTEN);
        // A USB scale hands over first what it had measured long ago.
        return first.isEmpty() ? first : first.subList(1, first.size());
    }

    /** Takes all that had come already, however much, but not for ever. */
    private List<Heard> drain() throws TransportException {
        List<Heard> heard = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        byte[] old = transport.read(Duration.ZERO);
        while (old.length > 0 && System.nanoTime() - end < 0) {
            heard.addAll(protocol.hear(old));
            old = transport.read(Duration.ZERO);
        }
        return heard;
    }

    void tell(byte[] command) throws TransportException {
        transport.write(command, WRITE);
    }
}

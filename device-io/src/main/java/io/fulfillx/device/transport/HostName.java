package io.fulfillx.device.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks a name up with a deadline, which the system's own resolver does not have. */
final class HostName {
    private HostName() {}

    static InetAddress resolve(String host, Duration deadline) throws IOException {
        if (isNumeric(host)) {
            return InetAddress.getByName(host);
        }
        FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(host));
        Thread.ofPlatform().daemon().name("resolve " + host).start(lookup);
        try {
            return lookup.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException("no machine is called " + host);
        } catch (TimeoutException e) {
            throw new IOException("looking up the name " + host + " takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isNumeric(String host) {
        return host.contains(":") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}

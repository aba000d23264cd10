package io.fulfillx.launcher.bench.stock;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that sends and waits, with as little work of its own as possible: on a small
 * machine a heavier client would measure itself. For one thread.
 */
public final class WireClient implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final String LENGTH = "content-length:";

    private final URI server;
    private final String token;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** What came back. */
    public record Answer(int status, byte[] body) {
        public boolean isGood() {
            return status / 100 == 2;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param token a bearer token, as {@code ServerApi.accessToken()} has it
     */
    public WireClient(URI server, String token) throws IOException {
        this.server = server;
        this.token = token;
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    /**
     * @param key the idempotency key; the same one when it is sent again
     */
    public Answer post(String path, String key, byte[] body) throws IOException {
        return exchange("POST", path, "Idempotency-Key: " + key + "\r\n", body);
    }

    public Answer get(String path) throws IOException {
        return exchange("GET", path, "", new byte[0]);
    }

    /**
     * @param header one more header, such as {@code X-Position: 7}
     */
    Answer get(String path, String header) throws IOException {
        return exchange("GET", path, header + "\r\n", new byte[0]);
    }

    private Answer exchange(String method, String path, String headers, byte[] body)
            throws IOException {
        byte[] head =
                (method
                                + " "
                                + path
                                + " HTTP/1.1\r\nHost: "
                                + server.getAuthority()
                                + "\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: application/json\r\n"
                                + headers
                                + "Content-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
        }
        if (chunked) {
            throw new IOException("a chunked answer");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ends early");
        }
        return new Answer(status, body);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What is no request, and what looks odd but is one. */
class UnreadableRequestsTest {
    private static String say(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), TestBackend.assembly().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("}") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/or\u0001ders HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/orders HTTP/1.1\r\nHost: a\r\nBad Header: 1\r\n\r\n"
            })
    void whatCannotBeReadIsAnsweredAsAProblem(String request) throws IOException {
        String answer = say(request);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"malformed\""), answer);
    }

    @Test
    void aColonInAQueryNeedsNoCode() throws IOException {
        String request = "GET /api/v1/orders?search=sku:MUG HTTP/1.1\nHost: a\n\n";
        String answer = say(request.replace("\n", "\r\n"));
        assertTrue(answer.contains("\"code\":\"unauthenticated\""), answer);
    }
}

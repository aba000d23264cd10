package io.fulfillx.launcher.bench.stock;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Reserves one unit of each of some items for a new order, again and again. */
final class Reserver implements ClosedLoop.Client {
    private final WireClient wire;
    private final List<String> skus;

    Reserver(URI server, String token, List<String> skus) throws IOException {
        this.wire = new WireClient(server, token);
        this.skus = skus;
    }

    /** Whether it was promised. */
    boolean reserve() throws IOException {
        StringBuilder body = new StringBuilder(300).append("{\"orderId\":\"");
        body.append(UUID.randomUUID()).append("\",\"lines\":[");
        for (int i = 0; i < skus.size(); i++) {
            body.append(i == 0 ? "" : ",").append("{\"lineId\":\"").append(UUID.randomUUID());
            body.append("\",\"sku\":\"").append(skus.get(i)).append("\",\"quantity\":1}");
        }
        WireClient.Answer answer =
                wire.post(
                        "/api/v1/reservations",
                        UUID.randomUUID().toString(),
                        body.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        return answer.isGood() && answer.text().contains("\"reserved\"");
    }

    @Override
    public boolean once() throws IOException {
        return reserve();
    }

    @Override
    public void end() throws IOException {
        wire.close();
    }
}

package io.fulfillx.launcher.bench.stock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Creates orders of two different items over HTTP, on one connection. */
final class OrderSender implements ClosedLoop.Client {
    private static final String HEAD = "{\"orderNumber\":\"";
    private static final String MIDDLE =
            "\",\"placedAt\":\"2026-03-02T14:15:00Z\",\"currency\":\"USD\",\"totalMinor\":2500,"
                    + "\"email\":\"ada@example.com\",\"paymentState\":\"PAID\","
                    + "\"requestedService\":\"Standard\",\"tags\":[\"bench\"],\"shipTo\":{"
                    + "\"name\":\"Ada Brook\",\"line1\":\"12 Mill Lane\",\"city\":\"Portland\","
                    + "\"stateCode\":\"OR\",\"postalCode\":\"97205\",\"countryCode\":\"US\"},"
                    + "\"lines\":[{\"quantity\":1,\"unitPriceMinor\":1250,\"sku\":\"";
    private static final String NEXT = "\"},{\"quantity\":1,\"unitPriceMinor\":1250,\"sku\":\"";
    private static final String ALLOCATED = "\"status\":\"ALLOCATED\"";

    private final WireClient wire;
    private final Zipf items;
    private final int size;
    private final AtomicLong numbers;

    /**
     * @param size how many items there are
     * @param numbers of the orders
     */
    OrderSender(WireClient wire, Zipf items, int size, AtomicLong numbers) {
        this.wire = wire;
        this.items = items;
        this.size = size;
        this.numbers = numbers;
    }

    /** False unless the order has its stock. */
    @Override
    public boolean once() throws IOException {
        int first = items.draw();
        int drawn = items.draw();
        int second = drawn == first ? 1 + first % size : drawn;
        String number = "B-" + numbers.incrementAndGet();
        String body =
                HEAD + number + MIDDLE + Shelves.sku(first) + NEXT + Shelves.sku(second) + "\"}]}";
        WireClient.Answer answer =
                wire.post("/api/v1/orders", number, body.getBytes(StandardCharsets.UTF_8));
        return answer.isGood() && answer.text().contains(ALLOCATED);
    }

    @Override
    public void end() throws IOException {
        wire.close();
    }
}

package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what a lead does in the morning: releases waves to the bench until nothing is left. */
final class ReleaseWaves {
    private static final int ORDERS_PER_WAVE = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** An order in one of these may still become ready. */
    private static final Set<String> ON_THE_WAY = Set.of("RECEIVED", "ALLOCATED");

    private final House house;

    ReleaseWaves(House house) {
        this.house = house;
    }

    /** Releases what is ready now; returns the number of parcels. */
    int now() {
        JsonNode reply =
                house.api()
                        .post(
                                "/api/v1/waves",
                                Map.of(
                                        "stationId",
                                        house.bench().stationId(),
                                        "maxOrders",
                                        ORDERS_PER_WAVE));
        return reply.path("parcels").asInt();
    }

    /**
     * Releases until every order has gone to the bench or is held, and every label is bought.
     *
     * @return the number of parcels that can be packed
     */
    int untilNothingIsLeft() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (now() == 0) {
                List<String> waiting = waiting();
                if (waiting.isEmpty()) {
                    break;
                }
                if (System.nanoTime() > end) {
                    throw new ProgramFailed(
                            house.slug() + ": these orders never became ready: " + waiting);
                }
                Patience.sleep(PAUSE);
            }
        }
        if (!Patience.until(PATIENCE, this::isLabelled)) {
            throw new ProgramFailed(house.slug() + ": some labels were never bought");
        }
        return (int)
                house.api().all("/api/v1/shipments").stream()
                        .filter(parcel -> parcel.path("state").asText().equals("LABELLED"))
                        .count();
    }

    /** Orders that are neither at the bench nor held, by name. */
    private List<String> waiting() {
        if (house.shop().pendingWebhooks() > 0) {
            return List.of("(webhooks on their way)");
        }
        return house.api().all("/api/v1/orders").stream()
                .filter(order -> ON_THE_WAY.contains(order.path("status").asText()))
                .filter(order -> !OrderOutcome.isHeld(order))
                .map(order -> order.path("name").asText())
                .toList();
    }

    private boolean isLabelled() {
        return house.api().all("/api/v1/waves").stream().allMatch(ReleaseWaves::isDone);
    }

    private static boolean isDone(JsonNode wave) {
        return !wave.path("state").asText().equals("LABELLING");
    }
}

package io.fulfillx.launcher.station;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.launcher.api.ApiProblem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A house on the real server, with PostgreSQL. */
public final class RealHouse implements PlayedHouse {
    private final TestHouse house = new TestHouse();
    private final List<StationStore> stores = new ArrayList<>();
    private final List<ServerClient> lines = new ArrayList<>();
    private final List<JsonNode> parcels = new ArrayList<>();

    public RealHouse(Path folder) {
        for (String name : List.of("Bench 1", "Bench 2")) {
            stores.add(house.station(folder.resolve(name), name));
            lines.add(new ServerClient(TestHouse.url()));
        }
    }

    @Override
    public StationStore store(int station) {
        return stores.get(station);
    }

    @Override
    public ServerLine line(int station) {
        return lines.get(station);
    }

    @Override
    public int order(int station, int units) {
        house.orderFor(stores.get(station), units);
        parcels.add(house.admin().get("/api/v1/shipments?limit=1").path("items").path(0));
        return parcels.size();
    }

    private String parcel(int order) {
        return "/api/v1/shipments/" + parcels.get(order - 1).path("parcelId").asText();
    }

    private String path(int order) {
        return "/api/v1/orders/" + parcels.get(order - 1).path("orderId").asText();
    }

    @Override
    public boolean isPacked(int order) {
        return house.admin().get(parcel(order)).path("status").asText().equals("PACKED");
    }

    @Override
    public void cancel(int order) {
        ask(path(order) + "/cancel", Map.of("reason", "Sorry"));
    }

    @Override
    public void hold(int order) {
        ask(path(order) + "/holds", Map.of("type", "MANUAL", "reason", "Wait"));
    }

    @Override
    public void release(int order) {
        for (JsonNode hold : house.admin().get(path(order)).path("holds")) {
            ask(path(order) + "/holds/" + hold.path("holdId").asText() + "/release", Map.of());
        }
    }

    @Override
    public void move(int order, int station) {
        String to = stores.get(station).identity().orElseThrow().stationId().toString();
        ask(parcel(order) + "/move", Map.of("stationId", to, "reason", "Tote", "toteInHand", true));
    }

    private void ask(String path, Object body) {
        try {
            house.admin().post(path, body);
        } catch (ApiProblem e) {
            if (e.status() != 409) {
                throw e;
            }
        }
    }

    @Override
    public void settle() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lines.forEach(ServerClient::close);
        stores.forEach(StationStore::close);
    }
}

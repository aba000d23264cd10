package io.fulfillx.desktop.fleet;

import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationView;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server last said of the stations.
 *
 * @param stations by name
 * @param asOf when it said so
 * @param current whether it answered when it was last asked
 */
public record FleetSight(List<StationView> stations, Instant asOf, boolean current) {
    public static final FleetSight NOTHING = new FleetSight(List.of(), Instant.EPOCH, true);

    public FleetSight {
        stations = List.copyOf(stations);
    }

    /** The same, while the server does not answer. */
    FleetSight stale() {
        return new FleetSight(stations, asOf, false);
    }

    /** One station as it is now. */
    FleetSight with(StationView now) {
        return new FleetSight(
                stations.stream()
                        .map(station -> station.stationId().equals(now.stationId()) ? now : station)
                        .toList(),
                asOf,
                current);
    }

    Optional<StationView> find(StationId id) {
        return stations.stream().filter(station -> station.stationId().equals(id)).findFirst();
    }

    /** The first free name of the kind people use: {@code Bench 4} after {@code Bench 3}. */
    public String nextName(String kind) {
        int number = stations.size() + 1;
        while (isTaken(kind + " " + number)) {
            number++;
        }
        return kind + " " + number;
    }

    private boolean isTaken(String name) {
        return stations.stream().anyMatch(station -> station.name().equals(name));
    }
}

package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.app.Screenshots;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Takes each picture once. */
final class RobotCamera {
    private final Assembly station;
    private final @Nullable Screenshots pictures;
    private final Set<String> taken = new HashSet<>();

    RobotCamera(Assembly station, @Nullable Path folder) {
        this.station = station;
        this.pictures = folder == null ? null : new Screenshots(station.fx(), folder);
    }

    void once(String name) {
        if (pictures != null && taken.add(name)) {
            pictures.take(station.window().scene(), name);
        }
    }

    boolean on() {
        return pictures != null;
    }
}

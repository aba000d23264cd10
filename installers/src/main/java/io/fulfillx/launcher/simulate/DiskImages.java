package io.fulfillx.launcher.simulate;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** A station's disk is copied, and later put back or started somewhere else as well. */
final class DiskImages {
    private final World world;
    private @Nullable Image image;

    private record Image(SimStation station, Path folder) {}

    DiskImages(World world) {
        this.world = world;
    }

    /** Copies the disk, or does something with the copy that was made before. */
    void strike(SimStation station) {
        Image taken = image;
        if (taken == null) {
            world.note("the disk of " + station + " is copied");
            image = new Image(station, station.image());
        } else if (world.chance().oneIn(2)) {
            world.note("the disk of " + taken.station() + " is put back");
            Set<UUID> before = taken.station().unsentCommands();
            taken.station().restore(taken.folder());
            image = null;
            world.oracle().revived(taken.station().unsentCommands());
            world.stations().forEach(each -> before.removeAll(each.unsentCommands()));
            world.oracle().forget(before);
        } else {
            world.note("the copy of " + taken.station() + " is started, too");
            world.clone(taken.station(), taken.folder());
            world.oracle().revived(world.stations().getLast().unsentCommands());
            image = null;
        }
    }
}

package io.fulfillx.desktop.app;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.fleet.FleetController;
import io.fulfillx.desktop.fleet.FleetSession;
import io.fulfillx.desktop.labels.LabelsController;
import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pick.PickController;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.takeover.TakeOverController;
import io.fulfillx.desktop.takeover.TakeOverSession;
import io.fulfillx.desktop.tasks.TaskSession;
import io.fulfillx.desktop.tasks.TasksController;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.scanner.Scan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What somebody who signed in may go to. */
final class OperatorScreens {
    private final Bench bench;
    private final LabelPictures pictures;
    private final Ways ways;

    /** From one screen to another; on the station thread. */
    interface Ways {
        /** Opens what was scanned on the pack screen. */
        void toBench(Scan scan);

        /** Asks who has what was scanned. */
        void elsewhere(Scan scan);

        /** Whether the packer still stands before an empty bench. */
        boolean idle();

        /** Picks exactly these parcels. */
        void startRound(List<ParcelId> parcels);
    }

    OperatorScreens(Bench bench, LabelPictures pictures, Ways ways) {
        this.bench = bench;
        this.pictures = pictures;
        this.ways = ways;
    }

    /** Makers, to be called on the FX thread. */
    List<Supplier<Screen>> of(Backstage backstage, OperatorCard operator, PackSession packing) {
        boolean lead = FleetSession.isFor(operator);
        List<Supplier<Screen>> makers = new ArrayList<>();
        makers.add(() -> new PackController(backstage, packing, pictures, ways::elsewhere));
        makers.add(() -> takeOver(backstage, operator));
        makers.add(
                () ->
                        new TasksController(
                                backstage, new TaskSession(bench.store(), operator.operatorId())));
        makers.add(
                () ->
                        new PickController(
                                backstage, () -> bench.pick(operator.operatorId()), ways::toBench));
        makers.add(() -> new LabelsController(backstage, bench::labels, pictures));
        makers.add(
                () ->
                        new WorkQueueController(
                                backstage, bench.queue(), lead, ways::toBench, ways::startRound));
        if (lead) {
            makers.add(() -> fleet(backstage, operator));
        }
        return makers;
    }

    private Screen takeOver(Backstage backstage, OperatorCard operator) {
        return new TakeOverController(
                backstage,
                new TakeOverSession(operator, bench::otherStations, UUID::randomUUID),
                ways::toBench,
                ways::idle);
    }

    private Screen fleet(Backstage backstage, OperatorCard operator) {
        return new FleetController(
                backstage,
                new FleetSession(operator, bench::fleet, bench.store().clock(), UUID::randomUUID));
    }
}

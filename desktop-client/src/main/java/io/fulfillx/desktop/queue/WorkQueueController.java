package io.fulfillx.desktop.queue;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows what waits and starts work on it. A scanned tote or order goes straight to the bench. */
public final class WorkQueueController implements Screen {
    private final Backstage backstage;
    private final WorkQueue queue;
    private final Consumer<Scan> toBench;
    private final Consumer<List<ParcelId>> startRound;
    private final WorkQueueModel model = new WorkQueueModel();
    private final WorkQueueView view;
    private final List<KeyButton> actions;

    /**
     * @param lead whether they also look after the stations
     * @param toBench opens what was scanned on the pack screen; on the station thread
     * @param startRound picks exactly these parcels; on the station thread
     */
    public WorkQueueController(
            Backstage backstage,
            WorkQueue queue,
            boolean lead,
            Consumer<Scan> toBench,
            Consumer<List<ParcelId>> startRound) {
        this.backstage = backstage;
        this.queue = queue;
        this.toBench = toBench;
        this.startRound = startRound;
        this.view = new WorkQueueView(backstage.texts(), model, () -> go(Place.TASKS));
        this.actions = buttons(lead);
        model.search().subscribe(_ -> refresh());
    }

    private List<KeyButton> buttons(boolean lead) {
        List<KeyButton> buttons = new ArrayList<>();
        buttons.add(backstage.button("queue.pick", KeyCode.F2, this::pick).primary());
        buttons.add(backstage.button("queue.pack", KeyCode.F3, () -> go(Place.PACK)));
        buttons.add(backstage.button("queue.labels", KeyCode.F6, () -> go(Place.LABELS)));
        if (lead) {
            buttons.add(backstage.button("queue.stations", KeyCode.F7, () -> go(Place.FLEET)));
        }
        buttons.add(
                new KeyButton(
                        backstage.texts().get("queue.search"),
                        new KeyCodeCombination(KeyCode.F, KeyCombination.CONTROL_DOWN),
                        view::focusSearch));
        return List.copyOf(buttons);
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.QUEUE, view, actions);
    }

    @Override
    public Map<KeyCombination, Runnable> moreKeys() {
        return Map.of(WorkQueueView.TASKS_KEY, () -> go(Place.TASKS));
    }

    public WorkQueueModel model() {
        return model;
    }

    @Override
    public void opened() {
        backstage
                .paint()
                .execute(
                        () -> {
                            model.feedback().set(Feedback.NONE);
                            model.chosen().clear();
                            view.leaveSearch();
                        });
        refresh();
    }

    /** Reads the queue anew; call it after anything changed. Safe from any thread. */
    public void refresh() {
        String search = model.search().get();
        backstage
                .station()
                .execute(
                        () -> {
                            QueueView now = queue.view(search);
                            backstage.paint().execute(() -> model.queue().set(now));
                        });
    }

    @Override
    public void scanned(Scan scan) {
        Optional<OwnCode> code = ScanMeaning.own(scan);
        if (code.isPresent()
                && (code.get() instanceof ToteCode || code.get() instanceof OrderCode)) {
            toBench.accept(scan);
        } else {
            backstage.speaker().play(Chime.ATTENTION);
            Feedback feedback =
                    new Feedback(
                            Look.ATTENTION,
                            backstage.texts().get("queue.not-here"),
                            backstage.texts().get("queue.not-here.help"));
            backstage.paint().execute(() -> model.feedback().set(feedback));
        }
    }

    private void pick() {
        List<ParcelId> parcels = List.copyOf(model.chosen());
        if (parcels.isEmpty()) {
            go(Place.PICK);
        } else {
            backstage.station().execute(() -> startRound.accept(parcels));
        }
    }

    private void go(Place place) {
        backstage.navigation().go(place);
    }
}

package io.fulfillx.desktop.tasks;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.scanner.Scan;

import javafx.scene.input.KeyCode;

import java.util.List;

/** Leads each scan to the list of things to do by hand, and its answer to the screen. */
public final class TasksController implements Screen {
    private final Backstage backstage;
    private final TaskSession session;
    private final TasksModel model = new TasksModel();
    private final TasksView view;
    private final List<KeyButton> actions;

    public TasksController(Backstage backstage, TaskSession session) {
        this.backstage = backstage;
        this.session = session;
        this.view = new TasksView(backstage.texts(), model);
        KeyButton done =
                backstage
                        .button(
                                "tasks.done",
                                KeyCode.F2,
                                () ->
                                        backstage
                                                .station()
                                                .execute(() -> report(session.confirmFirst())))
                        .primary();
        this.actions =
                List.of(
                        done,
                        backstage.button(
                                "tasks.back",
                                KeyCode.ESCAPE,
                                () -> backstage.navigation().go(Place.QUEUE)));
        model.open().subscribe(open -> done.setDisable(open.isEmpty()));
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.TASKS, view, actions);
    }

    public TasksModel model() {
        return model;
    }

    @Override
    public void opened() {
        backstage.paint().execute(() -> model.feedback().set(Feedback.NONE));
        refresh();
    }

    /** Reads the list anew. On the station thread. */
    public void refresh() {
        List<StationTask> now = session.open();
        backstage.paint().execute(() -> model.open().set(now));
    }

    @Override
    public void scanned(Scan scan) {
        report(session.scanned(scan));
    }

    private void report(TaskStep step) {
        List<StationTask> now = session.open();
        Feedback feedback = Feedback.of(backstage.texts(), step);
        backstage.tell(
                feedback,
                () -> {
                    model.feedback().set(feedback);
                    model.open().set(now);
                });
    }
}

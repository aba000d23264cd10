package io.fulfillx.desktop.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class WorkQueueViewTest {
    private final Stagehand stagehand = new Stagehand();

    @Test
    void listsWhatWaitsUnderItsNumbers() {
        List<String> texts = texts("queue", Theme.DARK, Locale.ENGLISH);
        assertTrue(texts.contains("23"), texts.toString());
        assertTrue(texts.contains("#1003"), texts.toString());
        assertTrue(texts.contains("On hold"), texts.toString());
    }

    @Test
    void speaksGermanInTheLight() {
        List<String> texts = texts("queue-de", Theme.LIGHT, Locale.GERMAN);
        assertTrue(texts.contains("Angehalten"), texts.toString());
    }

    private List<String> texts(String name, Theme theme, Locale language) {
        WorkQueueModel model = new WorkQueueModel();
        Scene scene =
                stagehand.show(theme, () -> new WorkQueueView(Texts.in(language), model, () -> {}));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.queue().set(queue());
                            model.chosen().add(Samples.parcel(2));
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        return stagehand.texts(scene);
    }

    private static QueueView queue() {
        List<QueueRow> rows = new ArrayList<>();
        QueueState[] states = QueueState.values();
        for (int order = 1; order <= 12; order++) {
            QueueState state = order < 5 ? QueueState.TO_PICK : states[(order - 1) % states.length];
            StoredJob job = Samples.stored(order, 1 + order % 3, 2, WorkStage.TO_PICK);
            rows.add(
                    new QueueRow(
                            state == QueueState.PICKED ? Samples.inTote(job, "14") : job,
                            state,
                            1 + order % 4));
        }
        return new QueueView(
                rows,
                Map.of(
                        QueueState.TO_PICK, 20,
                        QueueState.PICKING, 3,
                        QueueState.PICKED, 6,
                        QueueState.HELD, 2,
                        QueueState.DONE, 48),
                3);
    }
}

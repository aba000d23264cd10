package io.fulfillx.desktop.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.station.StationTask;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

class TasksViewTest {
    private static final List<String> KINDS =
            List.of(
                    "UNPACK",
                    "DESTROY_LABEL",
                    "RECOUNT",
                    "HOLD_SHELF",
                    "EMPTY_TOTE",
                    "RETURN",
                    "VOID_LABEL",
                    "LABEL_PARCEL",
                    "REFUSED_NUMBER",
                    "OF_TOMORROW");

    private final Stagehand stagehand = new Stagehand();

    private static StationTask task(String kind, int number) {
        return new StationTask(
                new UUID(9, number),
                Samples.parcel(number),
                kind,
                "#10012" + number,
                "S10012" + number,
                switch (kind) {
                    case "RECOUNT" -> "A-01-17-03";
                    case "LABEL_PARCEL" -> "095210000000000019";
                    case "REFUSED_NUMBER" -> "9261290113185400000012";
                    default -> "";
                },
                "Do what the server of tomorrow says.",
                Instant.EPOCH);
    }

    /** All kinds, this one first. */
    private static List<StationTask> from(String kind) {
        List<StationTask> tasks = new ArrayList<>(List.of(task(kind, 1)));
        for (String other : KINDS) {
            tasks.add(task(other, tasks.size() + 1));
        }
        return tasks;
    }

    private Scene show(String name, Theme theme, Locale language, List<StationTask> tasks) {
        Texts texts = Texts.in(language);
        TasksModel model = new TasksModel();
        Scene scene = stagehand.show(theme, () -> new TasksView(texts, model));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.open().set(tasks);
                            model.feedback()
                                    .set(
                                            Feedback.of(
                                                    texts,
                                                    new TaskStep.Confirmed(
                                                            "#100120", tasks.size())));
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        return scene;
    }

    @Test
    void theNextStepIsLargeAndTheRestStandsBeside() {
        Scene scene = show("tasks", Theme.DARK, Locale.ENGLISH, from("UNPACK"));
        List<String> texts = stagehand.texts(scene);
        assertTrue(texts.contains("Unpack #100121"), texts.toString());
        assertTrue(texts.contains("and 5 more"), texts.toString());
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void eachTaskNamesItsOrderOnce() {
        Scene scene = show("tasks-orders", Theme.DARK, Locale.ENGLISH, from("UNPACK"));
        for (String order : List.of("#100121", "#100122", "#100123", "#100124")) {
            assertEquals(
                    1,
                    stagehand.texts(scene).stream().filter(text -> text.contains(order)).count(),
                    order);
        }
    }

    @Test
    void everyKindHasItsWordsInBothLanguagesAndFits() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (String kind : KINDS) {
                Scene scene =
                        show("tasks-" + language + "-" + kind, Theme.LIGHT, language, from(kind));
                assertEquals(List.of(), stagehand.cutOff(scene), kind + " in " + language);
                boolean known =
                        Texts.in(language).find("task." + kind).isPresent()
                                && Texts.in(language).find("task." + kind + ".help").isPresent();
                assertEquals(!kind.equals("OF_TOMORROW"), known, kind + " in " + language);
            }
        }
    }

    @Test
    void nothingToDoIsSaidInGreen() {
        Scene scene = show("tasks-none", Theme.LIGHT, Locale.ENGLISH, List.of());
        assertTrue(stagehand.texts(scene).contains("Nothing to do by hand"));
        assertEquals(List.of(), stagehand.cutOff(scene));
    }
}

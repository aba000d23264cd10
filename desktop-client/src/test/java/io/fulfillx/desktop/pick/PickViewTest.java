package io.fulfillx.desktop.pick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.station.PackLine;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class PickViewTest {
    private static final String LONG =
            "Donaudampfschifffahrtskapitänsmütze mit Goldkordel, Größe 58, dunkelblau meliert,"
                    + " Sonderauflage zum Jubiläum";

    private final Stagehand stagehand = new Stagehand();

    @Test
    void showsWhereToGoAndHowMuchToTake() {
        List<String> texts =
                texts("pick", PickPhase.SCAN_ITEM, accepted(), Theme.DARK, Locale.ENGLISH);
        assertTrue(texts.contains("A-04-02"), texts.toString());
        assertTrue(texts.contains("2"), texts.toString());
        assertTrue(texts.contains("Scan the item"), texts.toString());
    }

    @Test
    void asksForTheToteThatGetsTheUnits() {
        PickStep step = new PickStep.NeedTote("Linen tea towel", 2, "12");
        List<String> texts =
                texts("pick-tote", PickPhase.SCAN_TOTE, step, Theme.LIGHT, Locale.GERMAN);
        assertTrue(texts.contains("Behälter scannen"), texts.toString());
    }

    @Test
    void aWrongItemFillsTheBoard() {
        PickStep step = new PickStep.WrongItem("4006381333931", "Linen tea towel, set of three");
        List<String> texts =
                texts("pick-wrong", PickPhase.SCAN_ITEM, step, Theme.DARK, Locale.ENGLISH);
        assertTrue(texts.contains("Wrong item"), texts.toString());
        assertTrue(!texts.contains("Scan the item"), texts.toString());
    }

    @Test
    void asksForATotePerOrder() {
        PickStep step = new PickStep.ToteAssigned("12", "#1001");
        texts("pick-assign", PickPhase.ASSIGN_TOTES, step, Theme.DARK, Locale.ENGLISH);
        List<String> texts =
                texts("pick-assign-de", PickPhase.ASSIGN_TOTES, step, Theme.LIGHT, Locale.GERMAN);
        assertTrue(texts.contains("#1002"), texts.toString());
    }

    @Test
    void sixTotesAndLongNamesStillFit() {
        PickStep step = new PickStep.LocationDone(LONG, 3, 3, "11", "MEZZ-B-104-12");
        for (PickPhase phase : PickPhase.values()) {
            PickState state = state(phase, 6, LONG, "MEZZ-B-104-12");
            texts("pick-six-" + phase, state, step, Theme.DARK, Locale.ENGLISH);
            texts("pick-six-" + phase + "-de", state, step, Theme.LIGHT, Locale.GERMAN);
        }
        PickStep wrong = new PickStep.WrongItem("4006381333931", LONG);
        PickState state = state(PickPhase.SCAN_ITEM, 6, LONG, "MEZZ-B-104-12");
        texts("pick-six-wrong-de", state, wrong, Theme.LIGHT, Locale.GERMAN);
        PickStep held = new PickStep.Held("#100213-EU (2/3)", "15", "Adresse wird geprüft");
        texts("pick-six-held-de", state, held, Theme.DARK, Locale.GERMAN);
    }

    @Test
    void saysWhenTheRoundIsDone() {
        PickStep step = new PickStep.Finished(3, 0);
        List<String> texts =
                texts("pick-done", PickPhase.FINISHED, step, Theme.DARK, Locale.ENGLISH);
        assertTrue(texts.contains("Picking is done"), texts.toString());
    }

    private static PickStep accepted() {
        return new PickStep.LocationDone("Stoneware mug", 3, 3, "11", "A-04-02");
    }

    private List<String> texts(
            String name, PickPhase phase, PickStep step, Theme theme, Locale language) {
        return texts(name, state(phase, 4, "", ""), step, theme, language);
    }

    private List<String> texts(
            String name, PickState state, PickStep step, Theme theme, Locale language) {
        Texts words = Texts.in(language);
        PickModel model = new PickModel();
        Scene scene = stagehand.show(theme, () -> new PickView(words, model));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.feedback().set(Feedback.of(words, step));
                            model.state().set(Optional.of(state));
                            return true;
                        });
        stagehand.picture(scene, name);
        assertEquals(List.of(), stagehand.cutOff(scene), name);
        return stagehand.texts(scene);
    }

    private static PackLine line(PackLine line, String title, String location) {
        return title.isEmpty()
                ? line
                : new PackLine(
                        line.lineId(),
                        line.sku(),
                        title,
                        line.barcodes(),
                        line.quantity(),
                        line.unitWeight(),
                        location);
    }

    private static PickState state(PickPhase phase, int orders, String title, String location) {
        boolean assigning = phase == PickPhase.ASSIGN_TOTES;
        List<StoredJob> jobs = new ArrayList<>();
        List<PickTask> tasks = new ArrayList<>();
        for (int order = 1; order <= orders; order++) {
            StoredJob job = Samples.stored(order, 2, 2, WorkStage.PICKING);
            if (!assigning || order == 1) {
                job = Samples.inTote(job, Integer.toString(10 + order));
            }
            jobs.add(job);
            for (PackLine line : job.job().lines()) {
                boolean done = phase == PickPhase.FINISHED || order == 1 && tasks.size() == 1;
                tasks.add(
                        new PickTask(
                                job.job().parcelId(),
                                job.label(),
                                job.work().tote(),
                                line(line, title, location),
                                done ? 2 : 0,
                                0));
            }
        }
        return new PickState(
                phase,
                jobs,
                tasks,
                phase == PickPhase.FINISHED ? Optional.empty() : Optional.of(tasks.getFirst()),
                assigning ? Optional.of(jobs.get(1)) : Optional.empty(),
                1,
                phase == PickPhase.SCAN_TOTE ? 2 : 0);
    }
}

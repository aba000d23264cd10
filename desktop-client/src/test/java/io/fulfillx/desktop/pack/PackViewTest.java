package io.fulfillx.desktop.pack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.quantity.Weight;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class PackViewTest {
    private final Stagehand stagehand = new Stagehand();
    private final StoredJob open =
            Samples.verified(
                    Samples.inTote(Samples.stored(1, 5, 3, WorkStage.PACKING), "12"), 3, 3, 1);

    @Test
    void saysHowManyItemsAreChecked() {
        List<String> texts = texts("pack", PackPhase.SCAN_ITEMS, ok(), Theme.DARK, Locale.ENGLISH);
        assertTrue(texts.contains("7 of 15"), texts.toString());
    }

    @Test
    void aWrongItemTakesTheWholeBoard() {
        PackStep wrong = new PackStep.WrongItem("4006381333931");
        List<String> texts =
                texts("pack-wrong", PackPhase.SCAN_ITEMS, wrong, Theme.LIGHT, Locale.ENGLISH);
        assertTrue(texts.contains("Wrong item"), texts.toString());
        assertTrue(!texts.contains("Scan each item"), texts.toString());
    }

    @Test
    void aHoldBlocksTheBoard() {
        PackStep held = new PackStep.Held("#1001", "Postcode is missing");
        List<String> texts = texts("pack-held", PackPhase.IDLE, held, Theme.DARK, Locale.GERMAN);
        assertTrue(texts.contains("Halt! Angehalten"), texts.toString());
    }

    @Test
    void drawsEveryPhaseInBothLanguages() {
        for (PackPhase phase : PackPhase.values()) {
            texts("pack-" + phase, phase, ok(), Theme.DARK, Locale.ENGLISH);
            texts("pack-" + phase + "-de", phase, ok(), Theme.LIGHT, Locale.GERMAN);
        }
        texts(
                "pack-done",
                PackPhase.IDLE,
                new PackStep.Done("#1001", "SIM000104231", 0),
                Theme.DARK,
                Locale.ENGLISH);
        texts(
                "pack-weight-odd",
                PackPhase.WEIGHT,
                new PackStep.WeightUnlikely(9_900, 1_780),
                Theme.DARK,
                Locale.GERMAN);
    }

    private static PackStep ok() {
        return new PackStep.Verified("Stoneware mug", 1, 3);
    }

    private List<String> texts(
            String name, PackPhase phase, PackStep step, Theme theme, Locale language) {
        Texts words = Texts.in(language);
        PackModel model = new PackModel();
        Scene scene = stagehand.show(theme, () -> new PackView(words, model, _ -> {}, _ -> {}));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.feedback().set(Feedback.of(words, step));
                            model.state().set(Optional.of(state(phase)));
                            return true;
                        });
        stagehand.picture(scene, name);
        return stagehand.texts(scene);
    }

    private PackState state(PackPhase phase) {
        return new PackState(
                phase,
                phase == PackPhase.IDLE ? Optional.empty() : Optional.of(open),
                Optional.of(Samples.CARTON),
                new Weight(4_980),
                phase == PackPhase.SCAN_ITEMS ? 12 : 1,
                Optional.empty());
    }
}

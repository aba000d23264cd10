package io.fulfillx.desktop.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class TakeOverViewTest {
    private final Stagehand stagehand = new Stagehand();

    private Scene show(String name, Theme theme, Locale language, TakeOverStep step) {
        Texts texts = Texts.in(language);
        TakeOverModel model = new TakeOverModel();
        Scene scene = stagehand.show(theme, () -> new TakeOverView(texts, model));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.feedback().set(Feedback.of(texts, step));
                            model.asking().set(step instanceof TakeOverStep.Ask);
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        return scene;
    }

    @Test
    void oneQuestionFillsTheScreen() {
        Scene scene =
                show(
                        "take-over",
                        Theme.DARK,
                        Locale.ENGLISH,
                        new TakeOverStep.Ask("#1001", "Bench 1"));
        List<String> texts = stagehand.texts(scene);
        assertTrue(texts.contains("Take #1001 over from Bench 1?"), texts.toString());
        assertTrue(texts.contains("Scan it once more to take it over"), texts.toString());
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void everyAnswerFitsInGermanInTheLight() {
        for (TakeOverStep step :
                List.of(
                        new TakeOverStep.Ask("#100123 (2/3)", "Packtisch Halle 2 Nord"),
                        new TakeOverStep.TakenOver("#100123 (2/3)", "Packtisch Halle 2 Nord"),
                        new TakeOverStep.NotALead("#100123 (2/3)", "Packtisch Halle 2 Nord"),
                        new TakeOverStep.Offline("9400111206206406260787"),
                        new TakeOverStep.Unanswered("#100123 (2/3)"),
                        new TakeOverStep.OtherCode("#100123 (2/3)"),
                        new TakeOverStep.TooLate("#100123 (2/3)"))) {
            Scene scene =
                    show(
                            "take-over-de-" + step.getClass().getSimpleName(),
                            Theme.LIGHT,
                            Locale.GERMAN,
                            step);
            assertEquals(List.of(), stagehand.cutOff(scene), step.toString());
        }
    }
}

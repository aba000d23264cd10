package io.fulfillx.desktop.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.sync.EnrolmentCode;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

class FleetViewTest {
    private static final FleetActions NOTHING =
            new FleetActions() {
                @Override
                public void pressed(String key) {}

                @Override
                public void submit() {}
            };

    private static final Clock CLOCK =
            Clock.fixed(FleetSamples.NOW.plus(Duration.ofMinutes(7)), ZoneOffset.UTC);

    private final Stagehand stagehand = new Stagehand();

    private Scene show(String name, Theme theme, Locale language, Consumer<FleetModel> story) {
        Texts texts = Texts.in(language);
        FleetModel model = new FleetModel();
        Scene scene =
                stagehand.show(
                        theme,
                        () -> new FleetView(texts, model, new FleetWords(texts, CLOCK), NOTHING));
        stagehand
                .fx()
                .ask(
                        () -> {
                            story.accept(model);
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        return scene;
    }

    private static void list(FleetModel model, boolean current) {
        model.sight().set(new FleetSight(FleetSamples.all(), FleetSamples.NOW, current));
        model.chosen().set(Optional.of(FleetSamples.id(2)));
        model.mode().set(FleetMode.LIST);
    }

    private static void chosen(FleetModel model, int number, FleetMode mode) {
        list(model, true);
        model.chosen().set(Optional.of(FleetSamples.id(number)));
        model.mode().set(mode);
    }

    @Test
    void twelveStationsInAllStatesStandInOnePictureInWordsAndShapes() {
        Scene scene = show("fleet", Theme.DARK, Locale.ENGLISH, model -> list(model, true));
        List<String> texts = stagehand.texts(scene);
        for (String word :
                List.of(
                        "Bench 12",
                        "0.0.9",
                        "draining",
                        "taken out",
                        "expected",
                        "no paper",
                        "gone",
                        "137 · 12:00",
                        "1,204 · 28 Feb",
                        "It shows: Fire drill")) {
            assertTrue(texts.contains(word), word + " in " + texts);
        }
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void everythingFitsInGermanInTheLight() {
        Scene scene = show("fleet-de", Theme.LIGHT, Locale.GERMAN, model -> list(model, true));
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void withoutTheNetworkTheListSaysHowOldItIs() {
        for (Locale language : Texts.LANGUAGES) {
            Scene scene =
                    show(
                            "fleet-offline-" + language,
                            Theme.DARK,
                            language,
                            model -> {
                                list(model, false);
                                model.feedback()
                                        .set(
                                                Feedback.of(
                                                        Texts.in(language),
                                                        new FleetStep.Unanswered()));
                            });
            assertTrue(
                    stagehand.texts(scene).stream()
                            .anyMatch(
                                    text ->
                                            text.startsWith("Offline: ")
                                                    && text.contains("14:15")
                                                    && text.contains("7 ")));
            assertEquals(List.of(), stagehand.cutOff(scene), language.toString());
        }
    }

    @Test
    void oneThingAtATimeFillsTheScreenAndFitsInBothLanguages() {
        for (Locale language : Texts.LANGUAGES) {
            for (FleetMode mode : FleetMode.values()) {
                Scene scene =
                        show(
                                "fleet-" + language + "-" + mode,
                                language.equals(Locale.ENGLISH) ? Theme.DARK : Theme.LIGHT,
                                language,
                                model -> {
                                    model.words().set("Packtisch 13");
                                    model.code().set(Optional.of(code()));
                                    chosen(model, 4, mode);
                                });
                assertEquals(List.of(), stagehand.cutOff(scene), mode + " in " + language);
            }
        }
    }

    @Test
    void theQuestionBeforeAStationIsTakenOutNamesWhatHappens() {
        Scene scene =
                show(
                        "fleet-revoke",
                        Theme.DARK,
                        Locale.ENGLISH,
                        model -> chosen(model, 3, FleetMode.REVOKE));
        List<String> texts = stagehand.texts(scene);
        assertTrue(texts.contains("Take Bench 3 out for good?"), texts.toString());
        assertTrue(
                texts.stream()
                        .anyMatch(
                                text ->
                                        text.contains("keys are wiped")
                                                && text.contains("137 unsent acts are still")),
                texts.toString());
    }

    private static EnrolmentCode code() {
        return new EnrolmentCode(
                FleetSamples.id(13),
                "Bench 13",
                "K7M2QX49PA",
                FleetSamples.NOW.plus(Duration.ofDays(1)),
                "<svg/>");
    }
}

package io.fulfillx.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.session.SignIn;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class SignInViewTest {
    private final Stagehand stagehand = new Stagehand();

    @Test
    void asksForTheBadgeAndOffersNames() {
        List<String> texts = texts("sign-in", Theme.DARK, Locale.ENGLISH, Feedback.NONE);
        assertTrue(texts.contains("Scan your badge"), texts.toString());
        assertTrue(texts.contains("Mira Okafor"), texts.toString());
        assertTrue(texts.contains("●●●"), texts.toString());
    }

    @Test
    void saysHowLongToWaitAfterAWrongPin() {
        Feedback wrong = Feedback.of(Texts.in(Locale.GERMAN), new SignIn.WrongPin(4));
        List<String> texts = texts("sign-in-wrong", Theme.LIGHT, Locale.GERMAN, wrong);
        assertTrue(texts.contains("Falsche PIN"), texts.toString());
        assertTrue(texts.contains("4 Sekunden warten, dann noch einmal"), texts.toString());
    }

    private List<String> texts(String name, Theme theme, Locale language, Feedback feedback) {
        SignInModel model = new SignInModel();
        Scene scene =
                stagehand.show(theme, () -> new SignInView(Texts.in(language), model, _ -> {}));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.names()
                                    .setAll(
                                            List.of(
                                                    "Jon Albrecht",
                                                    "Mira Okafor",
                                                    "Sam Whitfield"));
                            model.name().set("Mira Okafor");
                            model.pin().set("123");
                            model.feedback().set(feedback);
                            return true;
                        });
        stagehand.picture(scene, name);
        return stagehand.texts(scene);
    }
}

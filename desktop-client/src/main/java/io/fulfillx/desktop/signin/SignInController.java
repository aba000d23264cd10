package io.fulfillx.desktop.signin;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.session.Operators;
import io.fulfillx.desktop.session.SignIn;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Keypad;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import javafx.scene.input.KeyCode;

import java.util.List;

/** Lets an operator in by badge or by name and PIN, with or without the network. */
public final class SignInController implements Screen {
    private static final int MAX_PIN = 12;

    private final Backstage backstage;
    private final Operators operators;
    private final SignInModel model = new SignInModel();
    private final SignInView view;
    private final List<KeyButton> actions;

    public SignInController(Backstage backstage, Operators operators) {
        this.backstage = backstage;
        this.operators = operators;
        this.view = new SignInView(backstage.texts(), model, this::pressed);
        this.actions =
                List.of(
                        backstage.button("signin.previous", KeyCode.PAGE_UP, () -> move(-1)),
                        backstage.button("signin.next", KeyCode.PAGE_DOWN, () -> move(1)));
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.SIGN_IN, view, actions);
    }

    public SignInModel model() {
        return model;
    }

    @Override
    public void opened() {
        List<String> names = operators.names();
        backstage
                .paint()
                .execute(
                        () -> {
                            model.names().setAll(names);
                            model.pin().set("");
                            model.feedback().set(Feedback.NONE);
                        });
    }

    @Override
    public void scanned(Scan scan) {
        if (ScanMeaning.own(scan).orElse(null) instanceof BadgeCode badge) {
            report(operators.byBadge(badge));
        } else {
            backstage.speaker().play(Chime.ATTENTION);
            Feedback first =
                    new Feedback(
                            Look.ATTENTION,
                            backstage.texts().get("signin.first"),
                            backstage.texts().get("signin.first.help"));
            backstage.paint().execute(() -> model.feedback().set(first));
        }
    }

    private void report(SignIn answer) {
        Feedback feedback = Feedback.of(backstage.texts(), answer);
        backstage.tell(
                feedback,
                () -> {
                    model.pin().set("");
                    model.feedback().set(feedback);
                });
        if (answer instanceof SignIn.SignedIn(var operator)) {
            backstage.navigation().signedIn(operator);
        }
    }

    @Override
    public void typed(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(this::pressed);
    }

    private void pressed(String key) {
        String pin = model.pin().get();
        switch (key) {
            case Keypad.BACK -> model.pin().set(pin.substring(0, Math.max(0, pin.length() - 1)));
            case Keypad.ENTER, "\r" -> enter(model.name().get(), pin);
            default -> {
                if (key.matches("[0-9]") && pin.length() < MAX_PIN) {
                    model.pin().set(pin + key);
                }
            }
        }
    }

    private void enter(String name, String pin) {
        if (!name.isEmpty() && !pin.isEmpty()) {
            backstage.station().execute(() -> report(operators.byPin(name, pin)));
        }
    }

    private void move(int by) {
        if (!model.names().isEmpty()) {
            int now = model.names().indexOf(model.name().get());
            int next = Math.floorMod(now < 0 ? Math.min(by, 0) : now + by, model.names().size());
            model.name().set(model.names().get(next));
        }
    }
}

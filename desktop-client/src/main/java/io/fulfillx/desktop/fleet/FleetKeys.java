package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.sync.StationView;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buttons at the foot: what they are called and whether they are there follows the mode. */
final class FleetKeys {
    private final Backstage backstage;
    private final FleetModel model;
    private final FleetController controller;
    private final KeyButton main;
    private final KeyButton third;
    private final KeyButton revoke;
    private final KeyButton enrol;
    private final KeyButton code;
    private final KeyButton back;

    FleetKeys(Backstage backstage, FleetModel model, FleetController controller) {
        this.backstage = backstage;
        this.model = model;
        this.controller = controller;
        this.main = backstage.button("fleet.key.LIST", KeyCode.F2, controller::main).primary();
        this.third = backstage.button("fleet.key.drain", KeyCode.F3, this::third);
        this.revoke = backstage.button("fleet.key.revoke", KeyCode.F4, controller::askToRevoke);
        this.enrol = backstage.button("fleet.key.enrol", KeyCode.F6, controller::enrol);
        this.code = backstage.button("fleet.key.code", KeyCode.F7, controller::newCode);
        this.back = backstage.button("fleet.key.back", KeyCode.ESCAPE, controller::back);
        model.mode().subscribe(_ -> show());
        model.sight().subscribe(_ -> show());
        model.chosen().subscribe(_ -> show());
        model.manager().subscribe(_ -> show());
    }

    List<KeyButton> buttons() {
        return List.of(main, third, revoke, enrol, code, back);
    }

    /** Bound once for all modes; a button that is not there does nothing. */
    Map<KeyCombination, Runnable> all() {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        for (KeyButton button : buttons()) {
            keys.put(button.keys(), () -> press(button));
        }
        keys.put(new KeyCodeCombination(KeyCode.UP), () -> move(-1));
        keys.put(new KeyCodeCombination(KeyCode.DOWN), () -> move(1));
        return keys;
    }

    private static void press(KeyButton button) {
        if (button.isVisible()) {
            button.fire();
        }
    }

    private void move(int by) {
        if (model.mode().get() == FleetMode.LIST) {
            model.move(by);
        }
    }

    private void third() {
        if (model.mode().get() == FleetMode.LIST) {
            controller.drain();
        } else {
            controller.takeMessage();
        }
    }

    private void show() {
        FleetMode mode = model.mode().get();
        boolean list = mode == FleetMode.LIST;
        Optional<StationView> station = model.station();
        boolean inUse = station.map(now -> now.revokedAt() == null).orElse(false);
        boolean said = station.map(now -> now.message() != null).orElse(false);
        boolean draining = station.map(StationView::draining).orElse(false);
        Words.show(main, mode != FleetMode.LOCKED && mode != FleetMode.CODE);
        Words.show(third, list || mode == FleetMode.MESSAGE && said);
        Words.show(revoke, list && model.manager().get());
        Words.show(enrol, list && model.manager().get());
        Words.show(code, list && model.manager().get());
        backstage.texts().find("fleet.key." + mode).ifPresent(main::setText);
        String what = list ? draining ? "undrain" : "drain" : "take";
        third.setText(backstage.texts().get("fleet.key." + what));
        back.setText(
                backstage
                        .texts()
                        .find("fleet.back." + mode)
                        .orElseGet(() -> backstage.texts().get("fleet.key.back")));
        for (KeyButton button : List.of(main, third, revoke, code)) {
            button.setDisable(list && !inUse);
        }
    }
}

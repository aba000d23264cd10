package io.fulfillx.desktop.app;

import io.fulfillx.desktop.scan.WedgeTaker;
import io.fulfillx.scanner.wedge.LayoutRepair;
import io.fulfillx.scanner.wedge.WedgeDecoder;
import io.fulfillx.scanner.wedge.WedgeEvent;

import javafx.animation.AnimationTimer;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stands before every control of the window and takes all typed characters, so that a scan never
 * leaks into a text field. What turns out to be typing is handed on.
 */
final class WedgeFilter {
    private static final long PATIENCE = Duration.ofMillis(120).toNanos();
    private static final char GROUP_SEPARATOR = 0x1D;

    private final Scene scene;
    private final WedgeDecoder decoder = new WedgeDecoder();
    private final WedgeTaker taker;
    private final Consumer<String> typed;
    private final Consumer<LayoutRepair> calibrated;
    private final BurstClock clock = new BurstClock();
    private String aim = "";
    private long lastKey;
    private boolean watching;

    /** Frames are asked for only while something is being typed. */
    private final AnimationTimer watch =
            new AnimationTimer() {
                @Override
                public void handle(long frame) {
                    look();
                }
            };

    /**
     * @param taker called in the same moment in which the last key of a scan came
     * @param typed what a person typed with no text field in focus
     * @param calibrated called when a scanner has told what its keyboard does to its scans
     */
    WedgeFilter(
            Scene scene,
            WedgeTaker taker,
            Consumer<String> typed,
            Consumer<LayoutRepair> calibrated) {
        this.calibrated = calibrated;
        this.scene = scene;
        this.taker = taker;
        this.typed = typed;
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::take);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::release);
    }

    /** What to put right in all scans from now on. FX thread. */
    void repair(LayoutRepair repair) {
        decoder.use(decoder.settings().withRepair(repair));
    }

    /** Enter and Tab end a scan: they must not press a button or move the focus. */
    private static void silenceEnd(KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (plain && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            event.consume();
        }
    }

    /** What a scanner presses that types nothing by itself. */
    private void press(KeyEvent event) {
        silenceEnd(event);
        String key = event.getText();
        boolean separator =
                event.isControlDown() && key.length() == 1 && decoder.isSeparator(key.charAt(0));
        if (separator) {
            event.consume();
            typed(GROUP_SEPARATOR);
        } else if (event.isAltDown() && event.getCode().isKeypadKey() && isDigit(key)) {
            event.consume();
            decoder.altDigit(key.charAt(0));
        } else if (event.getCode() == KeyCode.DOWN && decoder.down(clock.tick(now()))) {
            event.consume();
        }
    }

    private static boolean isDigit(String key) {
        return key.length() == 1 && key.charAt(0) >= '0' && key.charAt(0) <= '9';
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            handle(decoder.altReleased(clock.tick(now())));
        } else if (!event.getCode().isModifierKey()) {
            decoder.released();
        }
    }

    private static long now() {
        return System.nanoTime();
    }

    private void typed(char character) {
        long now = now();
        begin(now);
        takeAim();
        lastKey = clock.tick(now);
        handle(decoder.typed(character, lastKey));
    }

    private void take(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        long now = System.nanoTime();
        begin(now);
        long typedAt = clock.tick(now);
        for (char character : event.getCharacter().toCharArray()) {
            if (belongsToScan(character)) {
                event.consume();
                takeAim();
                handle(decoder.typed(character, typedAt));
                lastKey = typedAt;
            } else if (character == '\b' && !(scene.getFocusOwner() instanceof TextInputControl)) {
                typed.accept("\b");
            }
        }
    }

    /** A scan belongs to the work of its first key: the screen may change before its last one. */
    private void takeAim() {
        if (!decoder.isWaiting()) {
            aim = taker.aim();
        }
    }

    private void begin(long now) {
        if (!watching) {
            watching = true;
            clock.start(now);
            watch.start();
        }
    }

    private void look() {
        long now = System.nanoTime();
        long time = clock.tick(now);
        handle(decoder.idle(time));
        if (!decoder.isWaiting() && time - lastKey > PATIENCE) {
            watching = false;
            watch.stop();
        }
    }

    private static boolean belongsToScan(char character) {
        return !Character.isISOControl(character)
                || character == '\r'
                || character == '\n'
                || character == '\t'
                || character == GROUP_SEPARATOR;
    }

    private void handle(List<WedgeEvent> events) {
        for (WedgeEvent event : events) {
            switch (event) {
                case WedgeEvent.Scanned(var text) -> taker.wedgeScanned(text, aim);
                case WedgeEvent.Calibrated(var repair) -> calibrated.accept(repair);
                case WedgeEvent.Typed(var text) -> hand(text);
            }
        }
    }

    private void hand(String text) {
        if (!(scene.getFocusOwner() instanceof TextInputControl control)) {
            typed.accept(text);
            return;
        }
        for (String character : text.split("", -1)) {
            switch (character) {
                case "\r", "\n" -> enter(control);
                case "\t" -> control.requestFocusTraversal(TraversalDirection.NEXT);
                default -> {
                    if (control.isEditable()) {
                        control.replaceSelection(character);
                    }
                }
            }
        }
    }

    private static void enter(TextInputControl control) {
        if (control instanceof TextField field && field.getOnAction() != null) {
            field.getOnAction().handle(new ActionEvent(field, field));
        }
    }
}

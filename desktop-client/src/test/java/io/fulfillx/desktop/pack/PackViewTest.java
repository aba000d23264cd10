package io.fulfillx.desktop.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class PackViewTest {
    private static final String LONG =
            "Donaudampfschifffahrtskapitänsmütze mit Goldkordel, Größe 58, dunkelblau meliert";

    private final Stagehand stagehand = new Stagehand();
    private ScaleSight scale = ScaleSight.NONE;
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

    @Test
    void aParcelWithoutItsLabelIsSentToTheLaneInOneSentence() {
        String plate = "095210000000000019";
        for (PackStep step :
                List.of(
                        new PackStep.OnLane("#1001 (2/3)", plate),
                        new PackStep.LabelPending("#1001"),
                        new PackStep.NoPlateLeft("#1001"))) {
            PackPhase phase =
                    step instanceof PackStep.NoPlateLeft ? PackPhase.PRINT : PackPhase.IDLE;
            for (Locale language : Texts.LANGUAGES) {
                Theme theme = language.equals(Locale.ENGLISH) ? Theme.DARK : Theme.LIGHT;
                String name = "pack-" + step.getClass().getSimpleName() + "-" + language;
                List<String> seen = texts(name, phase, step, theme, language);
                assertTrue(seen.contains(Texts.in(language).get(step.key())), seen.toString());
            }
        }
        PackStep printing = new PackStep.PlatePrinting("#1001", plate);
        texts("pack-plate", PackPhase.PRINTING, printing, Theme.DARK, Locale.ENGLISH);
    }

    /** Whoever is tired must not put it on the belt: another colour and another sign. */
    @Test
    void aParcelForTheLaneDoesNotLookLikeOneThatIsDone() {
        for (Theme theme : Theme.values()) {
            PackStep onLane = new PackStep.OnLane("#1001", "095210000000000019");
            Sign waiting = sign("pack-on-lane-" + theme, onLane, theme);
            PackStep shipped = new PackStep.Done("#1001", "SIM000104231", 0);
            Sign done = sign("pack-done-" + theme, shipped, theme);
            assertNotEquals(done.ground(), waiting.ground());
            assertNotEquals(done.icon(), waiting.icon());
            assertTrue(contrast(waiting.ground(), waiting.text()) >= 4.5, theme.toString());
        }
    }

    /** What the board shows from afar. */
    private record Sign(Color ground, Color text, String icon) {}

    private Sign sign(String name, PackStep step, Theme theme) {
        Scene scene = scene(name, state(PackPhase.IDLE), step, theme, Locale.ENGLISH);
        return stagehand
                .fx()
                .ask(
                        () -> {
                            Region board = (Region) scene.lookup(".board");
                            Region icon = (Region) board.lookup(".icon");
                            Label words = (Label) board.lookup(".type-huge");
                            Paint ground = board.getBackground().getFills().getFirst().getFill();
                            return new Sign(
                                    (Color) ground,
                                    (Color) words.getTextFill(),
                                    ((SVGPath) icon.getShape()).getContent());
                        });
    }

    /** WCAG 2.2, success criterion 1.4.3. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void saysWhatTheScaleIsAtAndStillLetsTheWeightBeTyped() {
        for (ScaleSight sight : ScaleSight.values()) {
            scale = sight;
            for (Locale language : Texts.LANGUAGES) {
                Theme theme = language.equals(Locale.ENGLISH) ? Theme.DARK : Theme.LIGHT;
                String name = "pack-scale-" + sight + "-" + language;
                List<String> seen = texts(name, PackPhase.WEIGHT, ok(), theme, language);
                assertTrue(seen.contains("9"), "no keypad: " + seen);
                if (sight != ScaleSight.NONE) {
                    assertTrue(seen.contains(Texts.in(language).get("scale." + sight)), name);
                }
            }
        }
    }

    @Test
    void aWeightThatDoesNotFitTakesTheBoardWithBothWeights() {
        scale = ScaleSight.OLD_LOAD;
        PackStep misfit = new PackStep.WeightMismatch(5_612, 4_980);
        for (Locale language : Texts.LANGUAGES) {
            for (Theme theme : Theme.values()) {
                String name = "pack-misfit-" + theme + "-" + language;
                List<String> seen = texts(name, PackPhase.WEIGHT, misfit, theme, language);
                assertTrue(
                        seen.stream()
                                .anyMatch(text -> text.contains("612") && text.contains("980")),
                        seen.toString());
            }
        }
    }

    @Test
    void longNamesStillFit() {
        for (PackPhase phase : PackPhase.values()) {
            PackState state = longWinded(phase);
            texts("pack-long-" + phase, state, ok(), Theme.DARK, Locale.ENGLISH);
            texts("pack-long-" + phase + "-de", state, ok(), Theme.LIGHT, Locale.GERMAN);
        }
        PackStep wrong = new PackStep.WrongItem("4006381333931");
        texts(
                "pack-long-wrong-de",
                longWinded(PackPhase.SCAN_ITEMS),
                wrong,
                Theme.DARK,
                Locale.GERMAN);
        PackStep many = new PackStep.TooMany(LONG, 3);
        texts(
                "pack-long-many-de",
                longWinded(PackPhase.SCAN_ITEMS),
                many,
                Theme.LIGHT,
                Locale.GERMAN);
    }

    private static PackState longWinded(PackPhase phase) {
        PackJob job = Samples.job(3, 2, 12, JobState.READY);
        PackJob wordy =
                new PackJob(
                        job.parcelId(),
                        job.orderId(),
                        job.waveId(),
                        "#100213-EU-WHOLESALE",
                        job.orderCode(),
                        2,
                        3,
                        new Address(
                                "Maximiliane Freifrau von Hohenstein-Wittgenstein zu Berleburg",
                                null,
                                "Straße",
                                null,
                                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
                                null,
                                "LL61 5UJ",
                                "GB",
                                null),
                        "Express International Signature Required",
                        job.lines().stream().map(PackViewTest::wordy).toList(),
                        job.carton(),
                        job.expectedWeight(),
                        job.label(),
                        job.state(),
                        job.holds(),
                        List.of("wholesale", "gift wrapping", "fragile"),
                        "Bitte keine Rechnung beilegen und das Geschenkband in Blau verwenden",
                        1);
        ParcelWork work = ParcelWork.untouched(job.parcelId()).at(WorkStage.PACKING);
        return new PackState(
                phase,
                phase == PackPhase.IDLE
                        ? Optional.empty()
                        : Optional.of(new StoredJob(wordy, work.inTote("104"))),
                Optional.of(
                        new CartonChoice(
                                "XL9",
                                "Doppelwellkarton XL",
                                new Dimensions(1_200, 800, 600),
                                new Weight(900))),
                new Weight(29_980),
                12,
                phase == PackPhase.PRINTING ? Optional.of("paper-out") : Optional.empty());
    }

    private static PackLine wordy(PackLine line) {
        return new PackLine(
                line.lineId(),
                line.sku(),
                LONG,
                line.barcodes(),
                line.quantity(),
                line.unitWeight(),
                line.location());
    }

    private static PackStep ok() {
        return new PackStep.Verified("Stoneware mug", 1, 3);
    }

    private List<String> texts(
            String name, PackPhase phase, PackStep step, Theme theme, Locale language) {
        return texts(name, state(phase), step, theme, language);
    }

    private List<String> texts(
            String name, PackState state, PackStep step, Theme theme, Locale language) {
        return stagehand.texts(scene(name, state, step, theme, language));
    }

    private Scene scene(String name, PackState state, PackStep step, Theme theme, Locale language) {
        Texts words = Texts.in(language);
        PackModel model = new PackModel();
        Scene scene =
                stagehand.show(
                        theme,
                        () -> new PackView(words, model, _ -> {}, _ -> {}, new LabelPictures()));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.scale().set(scale);
                            model.feedback().set(Feedback.of(words, step));
                            model.state().set(Optional.of(state));
                            return true;
                        });
        stagehand.picture(scene, name);
        assertEquals(List.of(), stagehand.cutOff(scene), name);
        return scene;
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

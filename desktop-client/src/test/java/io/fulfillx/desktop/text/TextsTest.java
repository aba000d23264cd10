package io.fulfillx.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.fleet.FleetStep;
import io.fulfillx.desktop.pack.PackPhase;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pack.ScaleSight;
import io.fulfillx.desktop.pick.PickStep;
import io.fulfillx.desktop.queue.QueueState;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.session.SignIn;
import io.fulfillx.desktop.session.Step;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.takeover.TakeOverStep;
import io.fulfillx.desktop.tasks.TaskStep;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.printing.language.PrinterCondition;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class TextsTest {
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern KEY = Pattern.compile("\"([a-z-]+(?:\\.[A-Za-z_-]+)+)\"");
    private static final Set<String> PREFIXES =
            Set.of(
                    "action",
                    "carton",
                    "fleet",
                    "go",
                    "label",
                    "line",
                    "meaning",
                    "pack",
                    "pick",
                    "place",
                    "queue",
                    "settings",
                    "signin",
                    "status",
                    "step",
                    "test-print",
                    "times",
                    "take-over",
                    "task",
                    "tasks",
                    "line-is",
                    "tote",
                    "weight");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(keys("Station.properties"), keys("Station_de.properties"));
    }

    @Test
    void everyAnswerOfASessionHasItsWords() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Class<?> family :
                List.of(
                        PackStep.class,
                        PickStep.class,
                        SignIn.class,
                        EnrolOutcome.class,
                        TakeOverStep.class,
                        TaskStep.class,
                        FleetStep.class)) {
            for (Class<?> step : family.getPermittedSubclasses()) {
                missing.add(Step.keyOf(step));
            }
        }
        missing.removeAll(keys("Station.properties"));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyKeyNamedInTheCodeExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        used.removeIf(key -> !PREFIXES.contains(key.substring(0, key.indexOf('.'))));
        used.removeIf(key -> key.equals("pick.cluster-size") || key.matches("pack[.].*weight-.*"));
        assertTrue(used.size() > 60, used.toString());
        used.removeAll(keys("Station.properties"));
        assertEquals(Set.of(), used);
    }

    @Test
    void everyConstantShownByNameHasItsWords() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Stream.of(Place.values()).forEach(place -> wanted.add("place." + place));
        Stream.of(PackPhase.values()).forEach(phase -> wanted.add("pack.phase." + phase));
        Stream.of(PackPhase.values()).forEach(phase -> wanted.add("pack.then." + phase));
        Stream.of(ScaleSight.values())
                .filter(sight -> sight != ScaleSight.NONE)
                .forEach(sight -> wanted.add("scale." + sight));
        Stream.of(QueueState.values()).forEach(state -> wanted.add("queue.state." + state));
        Stream.of(ActionCode.Action.values()).forEach(action -> wanted.add("action." + action));
        for (PrinterCondition condition : PrinterCondition.values()) {
            wanted.add("printer.sentence." + condition);
            wanted.add(
                    "status.printer."
                            + condition.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (String bundle : List.of("Station.properties", "Station_de.properties")) {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(keys(bundle));
            assertEquals(Set.of(), missing, bundle);
        }
    }

    @Test
    void aPackerReadsTheDriversOwnSentences() {
        Texts english = Texts.in(Locale.ENGLISH);
        for (PrinterCondition condition : PrinterCondition.values()) {
            assertEquals(condition.sentence(), english.get("printer.sentence." + condition));
        }
    }

    @Test
    void valuesStandWhereTheLanguageWantsThem() {
        Texts german = Texts.in(Locale.forLanguageTag("de-AT"));
        assertEquals("Behälter 7 trägt #1001", german.get("pick-step.tote-assigned", "7", "#1001"));
        assertEquals("Online", Texts.in(Locale.JAPANESE).get("status.online"));
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Texts.class.getResourceAsStream(bundle), bundle)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}

package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.process.Child;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.printing.sheet.CommandSheet;
import io.fulfillx.printing.sheet.CommandSheet.Entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo for a person: one station window, orders on the way, until Ctrl-C. */
final class OpenHouse {
    private static final Duration WAVE_EVERY = Duration.ofSeconds(3);

    private final Demo demo;
    private final Progress progress;
    private final boolean headless;

    OpenHouse(Demo demo, Progress progress, boolean headless) {
        this.demo = demo;
        this.progress = progress;
        this.headless = headless || !hasDisplay();
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return !linux || display != null && !display.isBlank();
    }

    int untilInterrupted() throws IOException {
        House house = demo.houses().getFirst();
        demo.sendOrders();
        progress.say(house.name() + ": " + new ReleaseWaves(house).now() + " parcels released");
        Child station = openStation(house);
        explain(house, commandSheet(house));
        while (station.isAlive()) {
            Patience.sleep(WAVE_EVERY);
            releaseWhatIsReady();
        }
        if (station.awaitEnd(Duration.ofSeconds(1)).orElse(1) != 0) {
            throw new ProgramFailed("the station ended.\n" + station.tail());
        }
        progress.say("the station was closed");
        return 0;
    }

    private void releaseWhatIsReady() {
        for (House house : demo.houses()) {
            try {
                int parcels = new ReleaseWaves(house).now();
                if (parcels > 0) {
                    progress.say(house.name() + ": " + parcels + " more parcels released");
                }
            } catch (ApiProblem problem) {
                progress.say("no wave: " + problem.getMessage());
            }
        }
    }

    private Child openStation(House house) {
        List<String> options = new ArrayList<>();
        List<String> arguments =
                new ArrayList<>(Shift.stationArguments(house, demo.backstage().serverUrl()));
        if (headless) {
            options.addAll(Shift.headlessOptions());
            arguments.add("--headless");
        }
        return demo.backstage().startStation("station-" + house.slug(), options, arguments);
    }

    private Path commandSheet(House house) throws IOException {
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry(
                        "Badge of " + house.bench().operator().name(),
                        house.bench().operator().badge()));
        for (Action action : Action.values()) {
            if (action != Action.TIMES) {
                entries.add(
                        new Entry(
                                action.name().toLowerCase(Locale.ROOT),
                                ActionCode.of(action).text()));
            }
        }
        Path file = demo.backstage().data().resolve("command-sheet.pdf");
        Files.write(file, CommandSheet.pdf(entries));
        return file;
    }

    private void explain(House house, Path sheet) {
        String url = demo.backstage().serverUrl().toString();
        String text =
                """

                FulfillX is running.
                  Server          %s     (API: %s/docs)
                  Manager         organization %s, %s, password %s
                  Packer          %s, PIN %s, badge %s
                  Command sheet   %s
                  Labels          %s
                  Station         %s

                Next: sign in at the station with the badge or the PIN, press F2 to pick
                and scan (or type) what the screen asks for. New orders come as waves.
                A whole shift by robots: ./fulfillx demo --headless --exit --out out
                Ctrl-C ends everything.
                """
                        .formatted(
                                url,
                                url,
                                house.slug(),
                                Backstage.ADMIN,
                                demo.adminPassword(),
                                house.bench().operator().name(),
                                house.bench().operator().pin(),
                                house.bench().operator().badge(),
                                sheet,
                                house.bench().printed(),
                                headless
                                        ? "runs without a window (no display here)"
                                        : "the window that just opened");
        System.out.println(text);
        System.out.flush();
    }
}

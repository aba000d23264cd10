package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.demo.DemoOrder.Bundle;
import io.fulfillx.launcher.demo.FurnishHouse.Plan;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Everything on one machine, step by step: {@link #start}, {@link #sendOrders}, {@link
 * #releaseEverything}, {@link #shift}, {@link #report}. Tests take the same steps and disturb them
 * in between.
 */
public final class Demo implements AutoCloseable {
    private static final String ORGANIZATIONS = "brook=Brook Outdoor,kontor=Kontor Nord";
    private static final List<Plan> PLANS =
            List.of(
                    new Plan("brook", "Brook Outdoor", false),
                    new Plan("kontor", "Kontor Nord", true));
    private static final Duration WEBHOOKS = Duration.ofMinutes(2);
    private static final int REPEAT_EVERY = 9;

    private final DemoSettings settings;
    private final Progress progress;
    private final Backstage backstage;
    private final Map<House, List<DemoOrder>> houses;
    private final Map<String, String> skippedFiles;
    private final String adminPassword;

    private Demo(
            DemoSettings settings,
            Progress progress,
            Backstage backstage,
            Map<House, List<DemoOrder>> houses,
            Map<String, String> skippedFiles,
            String adminPassword) {
        this.settings = settings;
        this.progress = progress;
        this.backstage = backstage;
        this.houses = houses;
        this.skippedFiles = skippedFiles;
        this.adminPassword = adminPassword;
    }

    /** Starts all programs and furnishes the organisations. */
    public static Demo start(DemoSettings settings, Progress progress) {
        List<List<DemoOrder>> orders = new ArrayList<>();
        Map<String, String> skipped = orders(settings, orders);
        progress.say("starting PostgreSQL, Redis, server and carrier");
        Backstage backstage = Backstage.start(settings, ORGANIZATIONS);
        try {
            progress.say("server ready at " + backstage.serverUrl());
            String password = Files.readString(backstage.passwordFile()).strip();
            Map<House, List<DemoOrder>> houses = new LinkedHashMap<>();
            FurnishHouse furnish = new FurnishHouse(backstage);
            for (int i = 0; i < PLANS.size(); i++) {
                Plan plan = PLANS.get(i);
                ServerApi api =
                        ServerApi.signIn(
                                backstage.serverUrl(),
                                new ServerApi.Credentials(plan.slug(), Backstage.ADMIN, password));
                String faults = i == 0 ? settings.upsets().printerFaults() : "";
                houses.put(furnish.furnish(plan, api, orders.get(i), faults), orders.get(i));
                progress.say(plan.name() + ": shelves, bench, packer and shop are ready");
            }
            return new Demo(settings, progress, backstage, houses, skipped, password);
        } catch (IOException e) {
            backstage.close();
            throw new ProgramFailed("the server left no password: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            backstage.close();
            throw e;
        }
    }

    /** The orders of each house; given ones all go to the first. */
    private static Map<String, String> orders(DemoSettings settings, List<List<DemoOrder>> into) {
        if (settings.orders().isPresent()) {
            Bundle bundle = OrderFiles.read(settings.orders().get());
            into.add(bundle.orders());
            into.add(List.of());
            return bundle.skipped();
        }
        for (int shop = 1; shop <= PLANS.size(); shop++) {
            OrderMaker maker = new OrderMaker(settings.seed(), shop, DemoItem.catalog());
            into.add(maker.make(settings.shippable()));
        }
        return Map.of();
    }

    public List<House> houses() {
        return List.copyOf(houses.keySet());
    }

    public Backstage backstage() {
        return backstage;
    }

    public String adminPassword() {
        return adminPassword;
    }

    /** Starts the server again after {@link Backstage#killServer()}. */
    public void restartServer() {
        backstage.restartServer(ORGANIZATIONS);
    }

    /** The shops announce their orders, some of them twice; ends when the server has them all. */
    public void sendOrders() {
        Random random = new Random(settings.seed());
        houses.forEach(
                (house, orders) -> {
                    for (DemoOrder order : orders) {
                        house.shop().place(order.body());
                        if (random.nextInt(REPEAT_EVERY) == 0) {
                            house.shop().place(order.body());
                        }
                    }
                    progress.say(house.name() + ": " + orders.size() + " orders sent");
                });
        for (House house : houses.keySet()) {
            if (!Patience.until(WEBHOOKS, () -> house.shop().pendingWebhooks() == 0)) {
                throw new ProgramFailed(house.slug() + ": webhooks are still not delivered");
            }
        }
    }

    /**
     * Releases waves until every order is at a bench or held.
     *
     * @return the number of parcels
     */
    public int releaseEverything() {
        int parcels = 0;
        for (House house : houses.keySet()) {
            int count = new ReleaseWaves(house).untilNothingIsLeft();
            progress.say(house.name() + ": " + count + " parcels labelled and at the bench");
            parcels += count;
        }
        return parcels;
    }

    /** A shift at the stations of all houses that have work; the caller clocks robots in. */
    public Shift shift() {
        try {
            return new Shift(backstage, settings, progress);
        } catch (IOException e) {
            throw new ProgramFailed("no port for the stations: " + e.getMessage(), e);
        }
    }

    /** Houses that have orders. */
    public List<House> busyHouses() {
        return houses.entrySet().stream()
                .filter(house -> !house.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks everyone what they saw, checks it, and writes it down. */
    public ShiftReport report(Shift.Result shift, Path out) {
        progress.say("waiting until the shops know every tracking number");
        List<Evidence> evidence = new ArrayList<>();
        houses.forEach(
                (house, orders) -> {
                    GatherEvidence gather = new GatherEvidence(house);
                    if (!gather.awaitTracking()) {
                        progress.say(house.name() + ": some tracking numbers did not arrive");
                    }
                    evidence.add(gather.gather(orders));
                });
        MakeReport maker = new MakeReport(evidence, backstage.carrier().carrierStats(), shift);
        ShiftReport report =
                maker.make(settings.upsets().cutNetwork(), skippedFiles, progress.seconds());
        try {
            maker.write(out, report);
        } catch (IOException e) {
            throw new ProgramFailed("cannot write to " + out + ": " + e.getMessage(), e);
        }
        return report;
    }

    @Override
    public void close() {
        backstage.close();
    }
}

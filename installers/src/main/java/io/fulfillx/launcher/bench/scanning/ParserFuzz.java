package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.gs1.DigitalLink;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.gs1.ScanData;
import io.fulfillx.scanner.meaning.ScanMeaning;
import io.fulfillx.scanner.tracking.Tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every parser with random input: pieces of real scans cut, doubled, swapped and spoiled. No
 * exception is documented, so none may come; what is read must come out again when it is written.
 */
final class ParserFuzz implements Measure {
    private static final Duration WHOLE = Duration.ofMinutes(10);
    private static final Duration QUICK = Duration.ofSeconds(5);

    /**
     * @param holds whether what came out is right for this input
     */
    private record Target(String name, Predicate<String> holds) {}

    private static final List<Target> TARGETS =
            List.of(
                    new Target("element strings", ParserFuzz::elementString),
                    new Target("bracketed", ParserFuzz::bracketed),
                    new Target("scans", ParserFuzz::scan),
                    new Target("links", ParserFuzz::link),
                    new Target("carriers' numbers", ParserFuzz::tracking),
                    new Target("meanings", ParserFuzz::meaning),
                    new Target("scanners' lines", WireFuzz::lines),
                    new Target("HID reports", WireFuzz::reports),
                    new Target("scales' replies", WireFuzz::scales),
                    new Target("keys", WireFuzz::keys));

    @Override
    public String part() {
        return "fuzz";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        Duration time = run.quick() ? QUICK : WHOLE;
        long seed = Long.getLong("fulfillx.fuzz.seed", System.nanoTime());
        run.progress().say("to repeat it: -Dfulfillx.fuzz.seed=" + seed);
        List<FuzzRun> runs = new ArrayList<>();
        for (Target target : TARGETS) {
            runs.add(new FuzzRun(target.name(), target.holds(), time, seed, run.progress()));
        }
        try {
            FuzzRun.all(runs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<BenchRow> rows = new ArrayList<>();
        for (FuzzRun each : runs) {
            rows.add(BenchRow.told("fuzzed, " + each.name(), each.inputs(), "inputs"));
            rows.add(BenchRow.atMost("failed, " + each.name(), each.failures(), "inputs", 0));
            rows.add(BenchRow.atMost("slowest, " + each.name(), each.slowestMillis(), "ms", 1_000));
        }
        return rows;
    }

    private static boolean again(Optional<Gs1Message> read, Gs1Message message) {
        return read.filter(message::equals).isPresent();
    }

    private static boolean elementString(String text) {
        Optional<Gs1Message> message = Gs1Message.parse(text).message();
        return message.isEmpty()
                || again(Gs1Message.parse(message.get().unbracketed()).message(), message.get());
    }

    private static boolean bracketed(String text) {
        Optional<Gs1Message> message = Gs1Message.parseBracketed(text).message();
        return message.isEmpty()
                || again(
                        Gs1Message.parseBracketed(message.get().bracketed()).message(),
                        message.get());
    }

    private static boolean scan(String text) {
        return switch (ScanData.parse(text)) {
            case ScanData.Coded coded -> !coded.message().elements().isEmpty();
            case ScanData.Plain plain -> text.endsWith(plain.text());
            case ScanData.Wrong wrong -> wrong.error().at() <= text.length();
        };
    }

    private static boolean link(String text) {
        return switch (DigitalLink.parse(text)) {
            case DigitalLink.Reading.Read(DigitalLink link) ->
                    DigitalLink.parse(link.uri()) instanceof DigitalLink.Reading.Read(var again)
                            && again.path() == link.path()
                            && again.message().equals(link.message());
            case DigitalLink.Reading.Wrong wrong -> wrong.error().at() <= text.length();
        };
    }

    private static boolean tracking(String text) {
        return switch (Tracking.read(text)) {
            case Tracking.Found found -> !found.candidates().isEmpty();
            case Tracking.WrongCheckDigit wrong -> !wrong.number().isEmpty();
            case Tracking.Unknown unknown -> !unknown.sentence().isEmpty();
        };
    }

    private static boolean meaning(String text) {
        return switch (ScanMeaning.of(Scan.of("fuzz", text, Instant.EPOCH))) {
            case ScanMeaning.Own own -> text.strip().endsWith(own.code().text());
            case ScanMeaning.Product product -> !product.barcode().isEmpty();
            case ScanMeaning.Parcel parcel -> !parcel.numbers().isEmpty();
            case ScanMeaning.ShippingUnit unit -> unit.sscc().length() == 18;
            case ScanMeaning.Garbage garbage -> !garbage.reason().isEmpty();
        };
    }
}

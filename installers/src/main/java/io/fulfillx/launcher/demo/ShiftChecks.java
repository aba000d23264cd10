package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.demo.Evidence.ShippedParcel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold after every shift, in plain words when it does not. Pure. */
final class ShiftChecks {
    /** What our labels draw with, and what the station asks a printer. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "^XA", "^XZ", "^CI", "^LH", "^PW", "^LL", "^FO", "^FT", "^A0", "^A@", "^FH",
                    "^FD", "^FS", "^BY", "^BC", "^GB", "^FB", "^CF", "^PQ", "^FW", "^FR", "^FX",
                    "^JZ", "^MU", "^PO", "^PM", "^LR", "^LS", "^FN", "^HV", "~HS", "~HI", "~HQ",
                    "~JA");

    private static final int COMMAND = 3;

    private final List<String> problems = new ArrayList<>();

    private ShiftChecks() {}

    static List<String> of(
            List<Evidence> houses, Totals totals, Shift.Result shift, boolean cutNetwork) {
        ShiftChecks checks = new ShiftChecks();
        houses.forEach(checks::house);
        checks.totals(totals, cutNetwork);
        checks.robots(shift);
        return List.copyOf(checks.problems);
    }

    /** Sums over all houses. */
    record Totals(
            int parcels,
            int labelsPrinted,
            int packedOffline,
            int duplicateShipments,
            int carrierDuplicates) {}

    private void house(Evidence seen) {
        String who = seen.house().slug() + ": ";
        orders(who, seen);
        shop(who, seen);
        labels(who, seen);
        if (seen.stock().driftUnits() != 0) {
            problems.add(
                    who
                            + seen.stock().driftUnits()
                            + " units differ between the stock levels and the replayed ledger");
        }
        if (seen.stock().oversoldUnits() != 0) {
            problems.add(who + seen.stock().oversoldUnits() + " units were sold twice");
        }
    }

    private void orders(String who, Evidence seen) {
        Map<String, Long> rows =
                seen.orders().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OrderOutcome::channelOrderId, Collectors.counting()));
        Set<String> missing = new TreeSet<>(seen.expectedOrders());
        missing.removeAll(rows.keySet());
        if (!missing.isEmpty()) {
            problems.add(who + "orders that were sent but are nowhere: " + missing);
        }
        rows.forEach(
                (order, count) -> {
                    if (count > 1) {
                        problems.add(who + "order " + order + " is there " + count + " times");
                    }
                });
        seen.orders().stream()
                .filter(order -> !order.isFinal())
                .map(order -> who + "order " + order.name() + ": " + order.reason())
                .forEach(problems::add);
    }

    private void shop(String who, Evidence seen) {
        Set<String> once = new HashSet<>();
        for (String number : seen.shopNumbers()) {
            if (!once.add(number)) {
                problems.add(who + "the shop was told twice of " + number);
            }
        }
        for (ShippedParcel parcel : seen.parcels()) {
            boolean told = once.contains(parcel.trackingNumber());
            if (parcel.packed() && !told) {
                problems.add(
                        who
                                + "the shop was never told of "
                                + parcel.trackingNumber()
                                + " (order "
                                + parcel.orderName()
                                + ")");
            } else if (!parcel.packed() && told) {
                problems.add(
                        who + "the shop was told of " + parcel.trackingNumber() + " too early");
            }
        }
    }

    private void labels(String who, Evidence seen) {
        seen.labelsByNumber()
                .forEach(
                        (number, labels) -> {
                            if (labels.isEmpty()) {
                                problems.add(who + "no label was printed for " + number);
                            }
                        });
        for (PrintedLabel label : seen.printed()) {
            Set<String> forbidden = new TreeSet<>();
            for (String command : label.commands()) {
                String name = command.substring(0, Math.min(COMMAND, command.length()));
                if (!HARMLESS.contains(name)) {
                    forbidden.add(command);
                }
            }
            if (!forbidden.isEmpty()) {
                problems.add(
                        who + "the printer executed " + forbidden + " in label " + label.sha256());
            }
        }
    }

    private void totals(Totals totals, boolean cutNetwork) {
        if (totals.duplicateShipments() != 0) {
            problems.add(totals.duplicateShipments() + " shipments went out twice");
        }
        if (totals.carrierDuplicates() != 0) {
            problems.add(totals.carrierDuplicates() + " labels were bought twice at the carrier");
        }
        if (totals.labelsPrinted() != totals.parcels()) {
            problems.add(
                    totals.labelsPrinted()
                            + " labels were printed for "
                            + totals.parcels()
                            + " parcels");
        }
        if (cutNetwork && totals.packedOffline() * 3 < totals.parcels()) {
            problems.add(
                    "only "
                            + totals.packedOffline()
                            + " of "
                            + totals.parcels()
                            + " parcels were packed with the network down; a third was expected");
        }
    }

    private void robots(Shift.Result shift) {
        shift.endings()
                .forEach(
                        (station, problem) -> {
                            if (!problem.isEmpty()) {
                                problems.add(station + " did not end well:\n" + problem);
                            }
                        });
    }
}

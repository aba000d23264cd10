package io.fulfillx.launcher.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.util.List;
import java.util.Map;

/**
 * What a shift did, as written to {@code report.json}.
 *
 * @param skippedFiles files that hold no order, with the reason
 * @param problems checks that did not hold, in words; empty when everything held
 */
public record ShiftReport(
        List<OrderOutcome> orders,
        int ordersReceived,
        int ordersShipped,
        int ordersHeld,
        int parcels,
        int labelsBought,
        int labelsPrinted,
        int trackingSent,
        int packedOffline,
        int duplicateShipments,
        long ledgerDriftUnits,
        long oversoldUnits,
        double seconds,
        Map<String, String> skippedFiles,
        List<String> problems) {
    public ShiftReport {
        orders = List.copyOf(orders);
        skippedFiles = Map.copyOf(skippedFiles);
        problems = List.copyOf(problems);
    }

    @JsonIgnore
    public boolean held() {
        return problems.isEmpty();
    }
}

package io.fulfillx.backend.inventory.api;

import java.util.List;

/**
 * What a proof of one organisation's stock ledger found.
 *
 * @param events what happened, each with one row or several
 * @param levels places with stock, by item and lot
 * @param driftUnits how far the levels are from the replayed ledger; 0 when all is well
 * @param sealedRows rows whose seal was checked
 * @param waitingRows rows that are too new to be sealed
 * @param lastSeal hash of the last block in hexadecimal digits, empty when there is none; kept
 *     elsewhere it shows that later blocks were cut off
 * @param findings what is wrong, a sentence each
 */
public record LedgerReport(
        String organization,
        long events,
        long rows,
        long levels,
        long driftUnits,
        long blocks,
        long sealedRows,
        long waitingRows,
        String lastSeal,
        List<String> findings) {
    public LedgerReport {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return driftUnits == 0 && findings.isEmpty();
    }
}

package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.backend.sync.BookFact.Deed;
import io.fulfillx.backend.sync.Discrepancy.Resolution;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.wire.Json;

import java.util.List;
import java.util.UUID;

/** A lead's decision about something that could not be true. */
final class ResolveDiscrepancy {
    private final Transactions transactions;
    private final DiscrepancyStore store;
    private final BookFact bookFact;
    private final FulfillmentModule fulfillment;

    ResolveDiscrepancy(
            Transactions transactions,
            DiscrepancyStore store,
            BookFact bookFact,
            FulfillmentModule fulfillment) {
        this.fulfillment = fulfillment;
        this.transactions = transactions;
        this.store = store;
        this.bookFact = bookFact;
    }

    /**
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when it was resolved before or the parcel cannot
     *     go out
     */
    Discrepancy resolve(OrgId org, UUID id, Resolution resolution, String note, String by) {
        return transactions.inOrg(
                org,
                tx -> {
                    Discrepancy found =
                            store.lock(tx, id).orElseThrow(() -> Fault.notFound("discrepancy"));
                    if (found.resolvedAt() != null) {
                        throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "This was resolved before.");
                    }
                    switch (resolution) {
                        case SHIP_ANYWAY -> ship(tx, found);
                        case PUT_BACK -> putBack(tx, found, by);
                        case NOTED -> {}
                    }
                    store.resolve(tx, id, resolution, note, by);
                    return store.lock(tx, id).orElseThrow();
                });
    }

    private void putBack(Tx tx, Discrepancy found, String by) {
        fulfillment
                .lock(tx, found.parcelId())
                .ifPresent(parcel -> fulfillment.putBack(tx, parcel, by));
    }

    private void ship(Tx tx, Discrepancy found) {
        StationCommand command = Json.read(found.command(), StationCommand.class);
        if (!(command instanceof ParcelPacked packed)) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW, "Only a packed parcel can be shipped anyway.");
        }
        Act act =
                new Act(
                        found.commandId(),
                        found.stationId(),
                        new OperatorId(found.operatorId()),
                        found.recordedAt());
        Parcel parcel =
                fulfillment
                        .lock(tx, found.parcelId())
                        .orElseThrow(
                                () ->
                                        new Fault(
                                                Fault.Code.NOT_ALLOWED_NOW,
                                                "There is no such parcel."));
        Deed deed = new Deed(act, parcel, List.of(packed), Correlation.current());
        if (bookFact.packDespiteHolds(tx, deed) instanceof Contradicts(_, String detail)) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, detail);
        }
    }
}

package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LabelRule;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.sync.LeaseNumbers;

import java.util.Optional;

/**
 * Gives numbers of plates and of carriers' labels to the one store that writes for a station.
 * Ranges never overlap, and what was given is never taken back: gaps are fine, a number on two
 * parcels is not.
 */
final class LendNumbers {
    /** More than any bench packs in two days. */
    private static final int SIZE = 1_000;

    private final Commits commits;
    private final OwnerBook owners;
    private final NumberBook numbers;

    LendNumbers(Commits commits, OwnerBook owners, NumberBook numbers) {
        this.commits = commits;
        this.owners = owners;
        this.numbers = numbers;
    }

    /**
     * @throws Fault CONFLICT when another store writes for the station, NOT_ALLOWED_NOW when there
     *     are no such numbers, or none left
     */
    NumberRange lend(OrgId org, StationId station, LeaseNumbers asked) {
        return commits.inOrg(
                org,
                tx -> {
                    Owner owner = owners.lock(tx, station);
                    if (!owner.epoch().equals(asked.epoch())) {
                        throw new Fault(
                                Fault.Code.CONFLICT,
                                "The station does not go on with this journal. Open it first.");
                    }
                    Optional<NumberRange> again = numbers.find(tx, station, asked);
                    return again.orElseGet(() -> fresh(tx, station, asked));
                });
    }

    private NumberRange fresh(Tx tx, StationId station, LeaseNumbers asked) {
        String carrier = asked.carrier();
        NumberRange range = carrier == null ? plates(tx) : ofCarrier(tx, carrier);
        numbers.insert(tx, station, asked, range);
        return range;
    }

    private NumberRange plates(Tx tx) {
        LabelRule rule = numbers.rule(tx);
        NumberSeries series = NumberSeries.plates(rule.extensionDigit(), rule.companyPrefix());
        return numbers.take(tx, series, 0, series.serials(), SIZE)
                .orElseThrow(
                        () ->
                                notNow(
                                        "The company prefix has no numbers left. Name another"
                                                + " extension digit."));
    }

    private NumberRange ofCarrier(Tx tx, String carrier) {
        LeasedNumbers rule =
                numbers.ofCarrier(tx, carrier)
                        .orElseThrow(
                                () -> notNow("Numbers of this carrier are not made by stations."));
        return numbers.take(tx, rule.series(), rule.firstSerial(), rule.lastSerial() + 1, SIZE)
                .orElseThrow(
                        () ->
                                notNow(
                                        "The numbers of this carrier are used up. Give it other"
                                                + " ones, in its account."));
    }

    private static Fault notNow(String why) {
        return new Fault(Fault.Code.NOT_ALLOWED_NOW, why);
    }
}

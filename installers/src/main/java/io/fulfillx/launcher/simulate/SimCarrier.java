package io.fulfillx.launcher.simulate;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A carrier that sells labels over the same bad network. It never forgets what it sold, and gives
 * no number twice.
 */
final class SimCarrier {
    private final Chance chance;
    private final Map<String, Sold> sold = new LinkedHashMap<>();
    private final Set<TrackingNumber> voided = new HashSet<>();
    private int numbers;
    private boolean calm;
    private boolean away;

    /** A label it was paid for. */
    record Sold(ParcelId parcel, TrackingNumber number) {}

    SimCarrier(Chance chance) {
        this.chance = chance;
    }

    void calm(boolean now) {
        calm = now;
        away = false;
    }

    /** It does not answer at all for a while. */
    void away(boolean now) {
        away = now;
    }

    boolean isAway() {
        return away;
    }

    /** The label that was bought under that name. */
    Optional<TrackingNumber> find(String reference) {
        return Optional.ofNullable(sold.get(reference)).map(Sold::number);
    }

    /**
     * @throws IOException when nobody knows whether it was bought
     */
    TrackingNumber buy(String reference, ParcelId parcel) throws IOException {
        int fate = calm ? 9 : chance.below(10);
        if (fate == 0) {
            throw new IOException("the request was lost");
        }
        TrackingNumber number = new TrackingNumber("TRACK" + (1_000 + numbers));
        numbers++;
        // A carrier sells as often as it is asked: the reference is for the buyer.
        sold.put(
                sold.containsKey(reference) ? reference + "+" + numbers : reference,
                new Sold(parcel, number));
        if (fate == 1) {
            throw new IOException("the answer was lost");
        }
        return number;
    }

    void giveBack(TrackingNumber number) {
        voided.add(number);
    }

    /**
     * Labels of which a restored database knows nothing are found in the invoice and given back.
     */
    void reconcile(Set<TrackingNumber> known) {
        sold.values().stream()
                .map(Sold::number)
                .filter(number -> !known.contains(number))
                .forEach(voided::add);
        sold.values().removeIf(each -> voided.contains(each.number()));
    }

    /** Labels of the parcel that are paid and not taken back. */
    long live(ParcelId parcel) {
        return sold.values().stream()
                .filter(each -> each.parcel().equals(parcel))
                .filter(each -> !voided.contains(each.number()))
                .count();
    }
}

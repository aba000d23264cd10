package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;

import java.util.List;

/** What goes wrong beside the network: at the carrier, and in the server's own database. */
final class Mishaps {
    private final World world;

    Mishaps(World world) {
        this.world = world;
    }

    /** It answers, and labels are bought at once. */
    void carrierIsBack() {
        world.note("the carrier is back");
        world.carrier().away(false);
        world.server().clerk().work();
    }

    /** It does not answer any more, or answers again. */
    void carrier() {
        boolean away = !world.carrier().isAway();
        world.note(away ? "the carrier does not answer any more" : "the carrier answers again");
        world.carrier().away(away);
    }

    /** A statement fails once, or something cannot be booked on some parcel whatever is tried. */
    void trouble() {
        List<Parcel> live = world.server().books().parcels.where(Parcel::isInWork);
        if (world.chance().oneIn(3) && !live.isEmpty()) {
            Parcel parcel = world.chance().any(live);
            world.note(
                    "nothing can be booked on "
                            + world.server().books().orders.get(parcel.orderId()).name());
            world.server().books().trouble.liesOn(parcel.parcelId());
        } else {
            world.note("a statement of the server fails soon");
            world.server().books().trouble.comesIn(1 + world.chance().below(4));
        }
    }
}

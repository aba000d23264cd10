package io.fulfillx.backend.channels;

import java.util.ArrayList;
import java.util.List;

/** Looks at a translated order and says what keeps it from going on. Pure. */
public final class IntakePolicy {
    private final AddressPolicy addresses;

    public IntakePolicy(AddressPolicy addresses) {
        this.addresses = addresses;
    }

    /** Empty when the order can go on, and when it has nothing to ship. */
    public List<IntakeProblem> problems(ChannelOrder order) {
        if (order.unitsToShip() == 0) {
            return List.of();
        }
        List<IntakeProblem> problems = new ArrayList<>(order.unreadable());
        if (!order.paymentState().coversShipping()) {
            problems.add(new IntakeProblem.PaymentOpen(order.paymentState()));
        }
        if (order.shipTo() == null) {
            problems.add(new IntakeProblem.AddressMissing());
        } else {
            problems.addAll(addresses.gaps(order.shipTo()));
        }
        order.lines().stream()
                .filter(line -> !line.toShip().isZero() && line.sku() == null)
                .map(line -> new IntakeProblem.MissingSku(line.channelLineId(), line.title()))
                .forEach(problems::add);
        return List.copyOf(problems);
    }
}

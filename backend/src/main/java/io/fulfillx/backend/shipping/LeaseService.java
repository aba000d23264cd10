package io.fulfillx.backend.shipping;

import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.quantity.Weight;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Says how an order's parcels may leave under numbers that their station makes. */
final class LeaseService {
    private final LeasedNumbersStore numbers;
    private final CarrierDesk desk;
    private final OrdersModule orders;
    private final ServiceMapping mapping;
    private final Predicate<Address> isPoBox;

    LeaseService(
            LeasedNumbersStore numbers,
            CarrierDesk desk,
            OrdersModule orders,
            ServiceMapping mapping,
            Predicate<Address> isPoBox) {
        this.numbers = numbers;
        this.desk = desk;
        this.orders = orders;
        this.mapping = mapping;
        this.isPoBox = isPoBox;
    }

    /** Empty when no agreement fits the order. */
    Optional<LeasedService> of(Tx tx, OrderForShipping order) {
        Address to = order.shipTo();
        Map<String, LeasedNumbers> agreed = to == null ? Map.of() : numbers.all(tx);
        if (to == null || agreed.isEmpty()) {
            return Optional.empty();
        }
        ShippingPromise promise =
                mapping.promise(order.requestedService(), order.chosenService(), isPoBox.test(to));
        return agreed.entrySet().stream()
                .filter(entry -> desk.find(entry.getKey()).isPresent())
                .flatMap(
                        entry ->
                                LeasedPolicy.choose(entry.getValue(), promise, desk.from(), to)
                                        .map(service -> service(tx, order, entry, service))
                                        .stream())
                .findFirst();
    }

    private LeasedService service(
            Tx tx,
            OrderForShipping order,
            Map.Entry<String, LeasedNumbers> agreed,
            LeasedNumbers.Service service) {
        return new LeasedService(
                agreed.getKey(),
                service.service(),
                service.name(),
                service.type(),
                new Weight(service.limitGrams()),
                desk.from(),
                agreed.getValue().postage(),
                orders.addressRevision(tx, order.orderId()));
    }
}

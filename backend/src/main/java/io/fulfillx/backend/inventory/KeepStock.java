package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.backend.inventory.StockItemStore.Keeping;
import io.fulfillx.backend.inventory.WarehouseStore.WarehouseView;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Says how items are kept, in which warehouses places are, and what kits are made of. */
final class KeepStock {
    private static final Set<String> PLACE_KINDS = Set.of("BIN", "TOTE", "DOCK");

    private final Transactions transactions;
    private final CatalogModule catalog;
    private final FindStock find;
    private final BookStock book;
    private final Supplier<UUID> ids;
    private final WarehouseStore warehouses = new WarehouseStore();
    private final KitStore kits = new KitStore();

    KeepStock(
            Transactions transactions,
            CatalogModule catalog,
            FindStock find,
            BookStock book,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.find = find;
        this.book = book;
        this.ids = ids;
    }

    /**
     * How an item is kept; what is absent stays as it is.
     *
     * @param stopShipDays a lot is not sent any more so many days before it expires
     * @param packs units in each unit of measure
     * @param safety units kept back in each warehouse
     */
    record Rules(
            @Field(needed = true) @Nullable Sku sku,
            @Nullable Boolean tracksLots,
            @Nullable Boolean tracksSerials,
            @Field(
                            min = 0,
                            max = 3_650,
                            about = "A lot is not sent so many days before it expires.")
                    @Nullable Integer stopShipDays,
            @Nullable Map<String, Integer> packs,
            @Nullable Map<String, Integer> safety) {}

    record RulesView(
            Sku sku,
            boolean tracksLots,
            boolean tracksSerials,
            int stopShipDays,
            Map<String, Integer> packs,
            Map<String, Integer> safety) {}

    RulesView rules(OrgId org, @Nullable Sku sku) {
        return transactions.inOrg(org, tx -> view(tx, find.item(tx, sku)));
    }

    private RulesView view(Tx tx, ItemId item) {
        Keeping keeping = find.items().find(tx, item);
        return new RulesView(
                catalog.get(tx, item).sku(),
                keeping.tracksLots(),
                keeping.tracksSerials(),
                keeping.stopShipDays(),
                find.items().packs(tx, item),
                find.items().safeties(tx, item));
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when units are there that have no lot or number yet
     */
    RulesView put(OrgId org, Rules rules) {
        return transactions.inOrg(
                org,
                tx -> {
                    ItemId item = find.item(tx, rules.sku());
                    book.ledger().lock(tx, List.of(item));
                    Keeping old = find.items().find(tx, item);
                    Keeping now =
                            new Keeping(
                                    or(rules.tracksLots(), old.tracksLots()),
                                    or(rules.tracksSerials(), old.tracksSerials()),
                                    within(
                                            "/stopShipDays",
                                            rules.stopShipDays() == null
                                                    ? old.stopShipDays()
                                                    : rules.stopShipDays(),
                                            0,
                                            3650));
                    boolean differs =
                            now.tracksLots() != old.tracksLots()
                                    || now.tracksSerials() != old.tracksSerials();
                    if (differs && find.items().hasStock(tx, item)) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "Units are in stock: lots and numbers are decided before.");
                    }
                    find.items().put(tx, item, now);
                    if (rules.packs() != null) {
                        rules.packs().forEach(KeepStock::requirePack);
                        find.items().putPacks(tx, item, rules.packs());
                    }
                    if (rules.safety() != null) {
                        rules.safety().forEach((code, units) -> safety(tx, item, code, units));
                    }
                    return view(tx, item);
                });
    }

    private static boolean or(@Nullable Boolean wanted, boolean old) {
        return wanted == null ? old : wanted;
    }

    private static int within(String pointer, @Nullable Integer value, int min, int max) {
        if (value == null || value < min || value > max) {
            throw Fault.invalid(pointer, "A whole number from " + min + " to " + max + ".");
        }
        return value;
    }

    private static void requirePack(String uom, @Nullable Integer units) {
        if (!uom.matches("[A-Z0-9]{1,12}")) {
            throw Fault.invalid("/packs", "A unit of measure has 1 to 12 capital letters.");
        }
        int _ = within("/packs/" + uom, units, 1, Quantity.MAX_UNITS);
    }

    private void safety(Tx tx, ItemId item, String warehouse, @Nullable Integer units) {
        requireWarehouse(tx, "/safety", warehouse);
        find.items()
                .putSafety(
                        tx,
                        item,
                        warehouse,
                        within("/safety/" + warehouse, units, 0, Quantity.MAX_UNITS));
    }

    private void requireWarehouse(Tx tx, String pointer, @Nullable String code) {
        if (code == null || (!code.equals("MAIN") && !warehouses.exists(tx, code))) {
            throw Fault.invalid(pointer, "Name a warehouse by its code.");
        }
    }

    /** A warehouse to make or to rename. */
    record Warehouse(
            @Field(needed = true, min = 1, max = 24) @Nullable String code,
            @Field(needed = true, min = 1, max = 80) @Nullable String name) {}

    WarehouseView put(OrgId org, Warehouse wanted) {
        String code = wanted.code();
        String name = wanted.name();
        if (code == null || !code.matches("[A-Z0-9][A-Z0-9-]{0,23}")) {
            throw Fault.invalid("/code", "A code has 1 to 24 capital letters, digits and hyphens.");
        }
        if (name == null || name.isBlank() || name.length() > 80) {
            throw Fault.invalid("/name", "This field has 1 to 80 characters.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    warehouses.put(tx, code, name.strip());
                    return new WarehouseView(code, name.strip(), 0);
                });
    }

    List<WarehouseView> warehouses(OrgId org, String after, int limit) {
        return transactions.inOrg(org, tx -> warehouses.all(tx, after, limit));
    }

    /** Where a location is and what it is. */
    record Place(
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(needed = true) @Nullable String warehouse,
            @Field(
                            oneOf = {"BIN", "TOTE", "DOCK"},
                            about = "BIN when absent.")
                    @Nullable String kind) {}

    /**
     * @throws Fault NOT_ALLOWED_NOW while units there are promised
     */
    Place put(OrgId org, Place place) {
        String kind = place.kind() == null ? "BIN" : place.kind();
        String name = place.location();
        if (!PLACE_KINDS.contains(kind)) {
            throw Fault.invalid("/kind", "One of BIN, TOTE and DOCK.");
        }
        if (name == null || name.isBlank() || name.strip().length() > 40) {
            throw Fault.invalid("/location", "This field has 1 to 40 characters.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    requireWarehouse(tx, "/warehouse", place.warehouse());
                    String warehouse = String.valueOf(place.warehouse());
                    if (warehouse.equals("MAIN") && !warehouses.exists(tx, warehouse)) {
                        warehouses.put(tx, warehouse, "Main");
                    }
                    LocationId location = catalog.ensureLocation(tx, name.strip());
                    if (warehouses.hasPromises(tx, location)) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW, "Units there are promised to orders.");
                    }
                    warehouses.place(tx, location, warehouse, kind);
                    return new Place(name.strip(), warehouse, kind);
                });
    }

    /** One component of a kit. */
    record Component(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true) @Nullable Quantity quantity) {}

    /**
     * What a kit is made of.
     *
     * @param virtual true when it has no stock of its own and is promised by its components
     */
    record Kit(
            @Field(needed = true) @Nullable Sku sku,
            @Field(about = "True when it has no stock of its own.") @Nullable Boolean virtual,
            @Field(needed = true, min = 1, max = 50) @Nullable List<Component> components) {}

    Kit put(OrgId org, Kit kit) {
        List<Component> components = kit.components() == null ? List.of() : kit.components();
        if (components.isEmpty() || components.size() > 50) {
            throw Fault.invalid("/components", "A kit has 1 to 50 components.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    ItemId item = find.item(tx, kit.sku());
                    Map<String, KitPart> parts = new TreeMap<>();
                    for (Component component : components) {
                        ItemId part = find.item(tx, component.sku());
                        int units = find.units(tx, part, component.quantity(), "");
                        if (part.equals(item)
                                || parts.put(part.toString(), new KitPart(part, units)) != null) {
                            throw Fault.invalid(
                                    "/components", "Name each component once, not the kit.");
                        }
                    }
                    List<KitPart> all = List.copyOf(parts.values());
                    if (kits.wouldNest(tx, item, all)) {
                        throw Fault.invalid("/components", "A kit does not contain kits.");
                    }
                    kits.put(tx, item, or(kit.virtual(), false), all);
                    return kit;
                });
    }

    /**
     * @throws Fault NOT_FOUND when the item is no kit
     */
    Kit kit(OrgId org, @Nullable Sku sku) {
        return transactions.inOrg(
                org,
                tx -> {
                    ItemId item = find.item(tx, sku);
                    List<Component> components =
                            kits.parts(tx, item).stream()
                                    .map(
                                            part ->
                                                    new Component(
                                                            catalog.get(tx, part.item()).sku(),
                                                            new Quantity(part.units())))
                                    .toList();
                    if (components.isEmpty()) {
                        throw Fault.notFound("kit");
                    }
                    return new Kit(sku, kits.isVirtual(tx, item), components);
                });
    }

    /** Kits to make or to take apart at one place. */
    record KitWork(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(needed = true) @Nullable Quantity kits) {}

    /**
     * @param assemble false to take kits apart
     * @throws Fault NOT_ALLOWED_NOW when components or kits are not there, or it is no such kit
     */
    MoveStock.Booked work(OrgId org, KitWork wanted, boolean assemble, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey kit = find.key(tx, wanted.sku(), wanted.location(), null);
                    int count = find.units(tx, kit.item(), wanted.kits(), "");
                    List<KitPart> parts = kits.parts(tx, kit.item());
                    boolean tracked = find.items().find(tx, kit.item()).isTracked();
                    if (parts.isEmpty() || tracked || kits.isVirtual(tx, kit.item())) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "Only a kit with stock of its own, in no lots, is made and taken"
                                        + " apart.",
                                "/sku");
                    }
                    List<Portion> portions = new ArrayList<>();
                    for (KitPart part : parts) {
                        if (find.items().find(tx, part.item()).isTracked()) {
                            throw new Fault(
                                    Fault.Code.NOT_ALLOWED_NOW,
                                    "A component is kept by lot or serial number.");
                        }
                        portions.add(
                                Portion.of(
                                        StockKey.of(part.item(), kit.location()),
                                        Math.multiplyExact(part.units(), count)));
                    }
                    StockEvent event =
                            assemble
                                    ? new StockEvent.KitAssemble(kit, count, portions)
                                    : new StockEvent.KitBreak(kit, count, portions);
                    Booking booking = Booking.of("kit/" + ids.get(), kit.item().value(), actor);
                    return new MoveStock.Booked(book.book(tx, event, booking));
                });
    }

    List<StockItemStore.LotView> lots(OrgId org, @Nullable Sku sku, String after, int limit) {
        return transactions.inOrg(
                org, tx -> find.items().lots(tx, find.item(tx, sku), after, limit));
    }

    List<StockItemStore.SerialView> serials(OrgId org, @Nullable Sku sku, String after, int limit) {
        return transactions.inOrg(
                org, tx -> find.items().serials(tx, find.item(tx, sku), after, limit));
    }
}

package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.api.Carton;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.catalog.api.ItemCode;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalog's parts, wired. */
public final class CatalogModule {
    /** Outbox topic: an item is new, subject is its id. */
    public static final String ITEM_CREATED = KeepItems.ITEM_CREATED;

    private static final List<Carton> DEFAULT_CARTONS =
            List.of(
                    carton("S", "Small box", 200, 150, 100, 80, 5_000),
                    carton("M", "Medium box", 300, 250, 150, 160, 10_000),
                    carton("L", "Large box", 450, 350, 250, 320, 20_000),
                    carton("XL", "Extra large box", 600, 500, 400, 650, 30_000));

    private final Transactions transactions;
    private final Supplier<UUID> ids;
    private final ItemStore items = new ItemStore();
    private final CartonStore cartons = new CartonStore();
    private final LocationStore locations = new LocationStore();
    private final List<Route> routes;

    /**
     * @param objects takes the pictures of items
     */
    public CatalogModule(
            Transactions transactions, Outbox outbox, ObjectStore objects, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.ids = ids;
        KeepItems keep = new KeepItems(items, locations, outbox, ids);
        KeepImages images = new KeepImages(items, objects, ids);
        this.routes =
                Stream.of(
                                new CatalogRoutes(transactions, items, keep).routes(),
                                new ImageRoutes(transactions, images).routes(),
                                new CartonRoutes(transactions, cartons).routes(),
                                new ExchangeRoutes(new ExchangeItems(transactions, items, keep))
                                        .routes())
                        .flatMap(List::stream)
                        .toList();
    }

    private static Carton carton(
            String code, String name, int length, int width, int height, int tare, int max) {
        return new Carton(
                code,
                name,
                new Dimensions(length, width, height),
                new Weight(tare),
                new Weight(max));
    }

    public List<Route> routes() {
        return routes;
    }

    public Optional<Item> findBySku(Tx tx, Sku sku) {
        return items.findBySku(tx, sku);
    }

    /** Those of the SKUs that the catalog knows. */
    public Map<Sku, Item> findBySkus(Tx tx, Collection<Sku> skus) {
        return items.findBySkus(tx, skus).stream()
                .collect(Collectors.toMap(Item::sku, Function.identity()));
    }

    /**
     * @throws java.util.NoSuchElementException when there is no such item
     */
    public Item get(Tx tx, ItemId id) {
        return items.find(tx, id).orElseThrow();
    }

    public Optional<Item> find(Tx tx, ItemId id) {
        return items.find(tx, id);
    }

    /** The ship groups of those items that are dangerous goods. */
    public Map<ItemId, String> hazards(Tx tx, Collection<ItemId> ids) {
        return ids.isEmpty() ? Map.of() : items.hazards(tx, ids);
    }

    /** Those of the items that there are. */
    public Map<ItemId, Item> find(Tx tx, Collection<ItemId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : items.find(tx, ids).stream()
                        .collect(Collectors.toMap(Item::itemId, Function.identity()));
    }

    /** What may be scanned for each item, and for how many units: GTINs also in 14 digits. */
    public Map<ItemId, List<ItemCode>> codes(Tx tx, Collection<ItemId> ids) {
        return ids.isEmpty() ? Map.of() : items.codes(tx, ids);
    }

    /** Box types in use, smallest volume first. */
    public List<Carton> cartons(Tx tx) {
        return cartons.all(tx);
    }

    /** Gives an organisation the default cartons it lacks. */
    public void ensureCartons(OrgId org) {
        transactions.inOrg(
                org,
                tx -> {
                    DEFAULT_CARTONS.forEach(carton -> cartons.insert(tx, carton, null));
                    return true;
                });
    }

    /** Makes the location unless there is one of that name. */
    public LocationId ensureLocation(Tx tx, String name) {
        return locations.ensure(tx, new LocationId(ids.get()), name);
    }

    public Optional<LocationId> findLocation(Tx tx, String name) {
        return locations.find(tx, name);
    }
}

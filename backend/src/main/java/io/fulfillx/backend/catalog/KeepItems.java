package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.catalog.ItemChangeStore.ChangeView;
import io.fulfillx.backend.catalog.ItemChangeStore.What;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.JsonBody;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes items into the catalog and changes them, writing down who changed what. */
final class KeepItems {
    /** Orders that waited for this item look again. */
    static final String ITEM_CREATED = "item.created";

    /** These are of the keeping, not of the item. */
    private static final Set<String> NOT_FACTS =
            Set.of("itemId", "version", "images", "archivedAt");

    private final ItemStore items;
    private final ItemChangeStore changes = new ItemChangeStore();
    private final LocationStore locations;
    private final Outbox outbox;
    private final Supplier<UUID> ids;

    KeepItems(ItemStore items, LocationStore locations, Outbox outbox, Supplier<UUID> ids) {
        this.items = items;
        this.locations = locations;
        this.outbox = outbox;
        this.ids = ids;
    }

    ItemStore.Entry find(Tx tx, ItemId id) {
        return items.findEntry(tx, id).orElseThrow(() -> Fault.notFound("item"));
    }

    List<ChangeView> history(Tx tx, ItemId id, int before, int limit) {
        var _ = find(tx, id);
        return changes.list(tx, id, before, limit);
    }

    /**
     * @throws Fault CONFLICT when the SKU names an item with other data, or a barcode another item
     */
    ItemStore.Entry create(Tx tx, ItemFacts facts, String actor) {
        ItemId id = new ItemId(ids.get());
        if (!items.insert(tx, id, facts, home(tx, facts))) {
            return same(tx, facts);
        }
        addBarcodes(tx, id, facts);
        outbox.add(tx, ITEM_CREATED, id.value());
        ItemStore.Entry made = items.entry(tx, id);
        changes.add(tx, id, 1, actor, What.CREATED, between(null, made));
        return made;
    }

    private @Nullable LocationId home(Tx tx, ItemFacts facts) {
        String name = facts.location();
        return name == null ? null : locations.ensure(tx, new LocationId(ids.get()), name);
    }

    private void addBarcodes(Tx tx, ItemId id, ItemFacts facts) {
        facts.barcodes()
                .forEach(
                        (barcode, meaning) -> {
                            if (!items.addBarcode(tx, id, barcode, meaning)) {
                                throw new Fault(
                                        Fault.Code.CONFLICT,
                                        "The barcode " + barcode + " belongs to another item.",
                                        meaning.units() == 1 ? "/barcodes" : "/packBarcodes");
                            }
                        });
    }

    private ItemStore.Entry same(Tx tx, ItemFacts facts) {
        Item found = items.findBySku(tx, facts.sku()).orElseThrow();
        ItemStore.Entry entry = items.entry(tx, found.itemId());
        if (!entry.facts().equals(facts)) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "There is an item of the SKU " + facts.sku() + " with other data.",
                    "/sku");
        }
        return entry;
    }

    /**
     * Writes the item anew.
     *
     * @throws Fault CONFLICT naming what others changed since that version, or a taken name
     */
    ItemStore.Entry replace(Tx tx, ItemId id, ItemForm form, String actor) {
        ItemStore.Entry before = locked(tx, id);
        requireVersion(tx, before, form.version());
        return change(tx, before, ItemPolicy.facts(form), actor);
    }

    /**
     * Changes the fields that the patch names.
     *
     * @throws Fault CONFLICT naming what others changed since that version, or a taken name
     */
    ItemStore.Entry patch(Tx tx, ItemId id, JsonNode patch, String actor) {
        ItemStore.Entry before = locked(tx, id);
        JsonNode version = patch.path("version");
        requireVersion(tx, before, version.isInt() ? version.asInt() : null);
        return change(tx, before, ItemPolicy.facts(merged(before, patch)), actor);
    }

    /** An item with a patch applied, not yet checked. */
    static ItemForm merged(ItemStore.Entry before, JsonNode patch) {
        return JsonBody.merge(ItemView.of(before), patch, ItemForm.class);
    }

    /** Writes what is known of an item without asking for the version that was read. */
    ItemStore.Entry change(Tx tx, ItemStore.Entry before, ItemFacts facts, String actor) {
        if (before.facts().equals(facts)) {
            return before;
        }
        Optional<Item> named = items.findBySku(tx, facts.sku());
        if (named.isPresent() && !named.get().itemId().equals(before.itemId())) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "There is another item of the SKU " + facts.sku() + ".",
                    "/sku");
        }
        items.update(tx, before.itemId(), facts, home(tx, facts));
        addBarcodes(tx, before.itemId(), facts);
        return written(tx, before, What.CHANGED, actor);
    }

    /** A repeat changes nothing. */
    ItemStore.Entry archive(Tx tx, ItemId id, boolean gone, String actor) {
        ItemStore.Entry before = locked(tx, id);
        if ((before.archivedAt() != null) == gone) {
            return before;
        }
        items.archive(tx, id, gone);
        return written(tx, before, gone ? What.ARCHIVED : What.UNARCHIVED, actor);
    }

    private ItemStore.Entry written(Tx tx, ItemStore.Entry before, What what, String actor) {
        ItemStore.Entry after = items.entry(tx, before.itemId());
        changes.add(tx, after.itemId(), after.version(), actor, what, between(before, after));
        return after;
    }

    private ItemStore.Entry locked(Tx tx, ItemId id) {
        return items.lock(tx, id).orElseThrow(() -> Fault.notFound("item"));
    }

    private void requireVersion(Tx tx, ItemStore.Entry now, @Nullable Integer read) {
        if (read == null || read < 1) {
            throw Fault.invalid("/version", "Send the version that was read.");
        }
        if (read != now.version()) {
            List<String> fields = changes.since(tx, now.itemId(), read);
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "The item is at version %d. Changed since version %d: %s."
                            .formatted(
                                    now.version(),
                                    read,
                                    fields.isEmpty() ? "nothing" : String.join(", ", fields)),
                    "/version");
        }
    }

    /** By field what it was and is. */
    private static JsonNode between(ItemStore.@Nullable Entry before, ItemStore.Entry after) {
        ObjectNode old =
                before == null
                        ? JsonNodeFactory.instance.objectNode()
                        : Json.mapper().valueToTree(ItemView.of(before));
        ObjectNode now = Json.mapper().valueToTree(ItemView.of(after));
        Set<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        names.removeAll(NOT_FACTS);
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            if (!old.path(name).equals(now.path(name))) {
                ObjectNode change = changed.putObject(name);
                change.set("from", old.get(name));
                change.set("to", now.get(name));
            }
        }
        return changed;
    }
}

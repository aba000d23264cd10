package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The catalog over HTTP. */
final class CatalogRoutes {
    static final int MAX_BARCODE = 80;

    private static final int MAX_BARCODES = 50;

    private final Transactions transactions;
    private final ItemStore items;
    private final CreateItem createItem;

    CatalogRoutes(Transactions transactions, ItemStore items, CreateItem createItem) {
        this.transactions = transactions;
        this.items = items;
        this.createItem = createItem;
    }

    record NewItem(
            @Nullable Sku sku,
            @Nullable String title,
            @Nullable List<@Nullable String> barcodes,
            @Nullable Weight weightGrams,
            @Nullable Integer lengthMm,
            @Nullable Integer widthMm,
            @Nullable Integer heightMm,
            @Nullable String location) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            ItemId itemId,
            Sku sku,
            String title,
            List<String> barcodes,
            int weightGrams,
            @Nullable Integer lengthMm,
            @Nullable Integer widthMm,
            @Nullable Integer heightMm,
            @Nullable String location) {}

    record ItemPage(List<ItemView> items, @Nullable String nextCursor) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/items",
                        Roles.FLOOR,
                        "List items, newest first; query matches SKU, title or a barcode",
                        ItemPage.class,
                        this::list),
                Route.post(
                        "/api/v1/items",
                        Roles.MANAGERS,
                        "Add an item and, when it is new, its location",
                        NewItem.class,
                        ItemView.class,
                        this::create));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        List<ItemStore.Entry> found =
                transactions.inOrg(
                        call.org(),
                        tx -> items.entries(tx, call.query("query"), Page.after(call), limit + 1));
        return Reply.ok(
                Page.of(
                        found.stream().map(CatalogRoutes::view).toList(),
                        limit,
                        view -> view.itemId().value()));
    }

    private Reply create(Call call) {
        NewItem body = call.body(NewItem.class);
        Sku sku = body.sku();
        if (sku == null) {
            throw Fault.invalid("/sku", "This field is required.");
        }
        notOurs(sku.value(), "/sku");
        String title = text(body.title(), "/title", 300);
        Weight weight = body.weightGrams() == null ? Weight.ZERO : body.weightGrams();
        String location = body.location() == null ? null : text(body.location(), "/location", 40);
        return Reply.created(
                view(
                        createItem.create(
                                call.org(),
                                new CreateItem.Wanted(
                                        sku,
                                        title,
                                        weight,
                                        size(body),
                                        barcodes(body.barcodes()),
                                        location))));
    }

    private static List<String> barcodes(@Nullable List<@Nullable String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MAX_BARCODES) {
            throw Fault.invalid("/barcodes", "An item has at most " + MAX_BARCODES + " barcodes.");
        }
        List<String> barcodes = new java.util.ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String barcode = text(given.get(i), "/barcodes/" + i, MAX_BARCODE);
            notOurs(barcode, "/barcodes/" + i);
            barcodes.add(barcode);
        }
        return barcodes;
    }

    /** An item that reads like a command could not be scanned at a station. */
    private static void notOurs(String barcode, String pointer) {
        if (OwnCode.find(barcode).isPresent()) {
            throw Fault.invalid(pointer, "Totes, badges and commands of FulfillX read like this.");
        }
    }

    private static @Nullable Dimensions size(NewItem body) {
        Integer length = body.lengthMm();
        Integer width = body.widthMm();
        Integer height = body.heightMm();
        if (length == null && width == null && height == null) {
            return null;
        }
        if (length == null || width == null || height == null) {
            throw Fault.invalid("/lengthMm", "Give all three sides or none.");
        }
        try {
            return new Dimensions(length, width, height);
        } catch (IllegalArgumentException e) {
            throw Fault.invalid("/lengthMm", "Each side is 1 to 5,000 mm.");
        }
    }

    private static String text(@Nullable String value, String pointer, int max) {
        if (value == null || value.isBlank() || value.length() > max) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return value.strip();
    }

    private static ItemView view(ItemStore.Entry entry) {
        Item item = entry.item();
        Dimensions size = item.size();
        return new ItemView(
                item.itemId(),
                item.sku(),
                item.title(),
                entry.barcodes(),
                item.weight().grams(),
                size == null ? null : size.lengthMm(),
                size == null ? null : size.widthMm(),
                size == null ? null : size.heightMm(),
                entry.location());
    }
}

package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.AtpPolicy.ChannelRule;
import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.backend.inventory.SupplyStore.ExpectedAt;
import io.fulfillx.backend.inventory.SupplyStore.OutlookView;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers what can be promised, and learns what is expected and what channels may show. */
final class ForeseeStock {
    private final Transactions transactions;
    private final CatalogModule catalog;
    private final FindStock find;
    private final Supplier<UUID> ids;
    private final SupplyStore supply = new SupplyStore();
    private final KitStore kits = new KitStore();
    private final PublishStore publish = new PublishStore();
    private final StockSendStore sending = new StockSendStore();

    ForeseeStock(
            Transactions transactions, CatalogModule catalog, FindStock find, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.find = find;
        this.ids = ids;
    }

    /** What is asked: for a day, of one warehouse, as a channel shows it. */
    record Question(
            Sku sku, Optional<LocalDate> on, Optional<String> warehouse, Optional<UUID> channel) {}

    /**
     * What can be promised.
     *
     * @param now at once; below zero when more is kept back than is there
     * @param onDay for the day that was asked for, counting what comes in and is promised
     * @param shown on the channel that was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Availability(Sku sku, int now, @Nullable Integer onDay, @Nullable Integer shown) {}

    Availability of(OrgId org, Question question) {
        return transactions.inOrg(
                org,
                tx -> {
                    ItemId item = find.item(tx, question.sku());
                    Predicate<String> asked =
                            code -> question.warehouse().map(code::equals).orElse(true);
                    Integer shown =
                            question.channel()
                                    .map(channel -> shown(tx, channel, question.sku(), item))
                                    .orElse(null);
                    Integer later =
                            question.on()
                                    .map(day -> available(tx, item, asked, Optional.of(day)))
                                    .orElse(null);
                    int now = available(tx, item, asked, Optional.empty());
                    return new Availability(question.sku(), now, later, shown);
                });
    }

    /** What a channel shows of an item. */
    private int shown(Tx tx, UUID channel, Sku sku, ItemId item) {
        ChannelRule rule = supply.rule(tx, channel, sku.value()).orElse(ChannelRule.ALL);
        return AtpPolicy.shown(rule, available(tx, item, rule::includes, Optional.empty()));
    }

    /** A virtual kit has what its scarcest component suffices for. */
    private int available(
            Tx tx, ItemId item, Predicate<String> warehouses, Optional<LocalDate> day) {
        List<KitPart> parts = kits.virtualKits(tx, List.of(item)).getOrDefault(item, List.of());
        if (parts.isEmpty()) {
            return single(tx, item, warehouses, day);
        }
        Map<ItemId, Integer> available = new HashMap<>();
        parts.forEach(part -> available.put(part.item(), single(tx, part.item(), warehouses, day)));
        return AtpPolicy.kits(parts, available);
    }

    private int single(Tx tx, ItemId item, Predicate<String> warehouses, Optional<LocalDate> day) {
        int now =
                supply.free(tx, item).stream()
                        .filter(free -> warehouses.test(free.warehouse()))
                        .mapToInt(SupplyStore.Free::units)
                        .sum();
        if (day.isEmpty()) {
            return now;
        }
        List<AtpPolicy.Expected> expected =
                supply.expected(tx, item).stream()
                        .filter(each -> warehouses.test(each.warehouse()))
                        .map(ExpectedAt::expected)
                        .toList();
        return AtpPolicy.onDay(now, expected, day.get());
    }

    /** A line of a basket. */
    record Wanted(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true) @Nullable Quantity quantity) {}

    /** A basket to test as a whole. */
    record Basket(
            @Field(needed = true, min = 1, max = 500) @Nullable List<Wanted> lines,
            @Nullable LocalDate on) {}

    record Lacking(Sku sku, long asked, int available) {}

    /**
     * @param lacking components of which there is too little for all lines together
     */
    record Verdict(boolean promisable, List<Lacking> lacking) {}

    Verdict test(OrgId org, Basket basket) {
        List<Wanted> lines = basket.lines() == null ? List.of() : basket.lines();
        if (lines.isEmpty() || lines.size() > 500) {
            throw Fault.invalid("/lines", "There are 1 to 500 lines.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    Map<ItemId, Long> wanted = new HashMap<>();
                    for (Wanted line : lines) {
                        ItemId item = find.item(tx, line.sku());
                        long units = find.units(tx, item, line.quantity(), "");
                        wanted.merge(item, units, Long::sum);
                    }
                    List<Lacking> lacking = new ArrayList<>();
                    AtpPolicy.demand(wanted, kits.virtualKits(tx, wanted.keySet()))
                            .forEach(
                                    (item, units) -> {
                                        int there =
                                                single(
                                                        tx,
                                                        item,
                                                        _ -> true,
                                                        Optional.ofNullable(basket.on()));
                                        if (there < units) {
                                            Sku sku = catalog.get(tx, item).sku();
                                            lacking.add(new Lacking(sku, units, there));
                                        }
                                    });
                    lacking.sort(Comparator.comparing(each -> each.sku().value()));
                    return new Verdict(lacking.isEmpty(), List.copyOf(lacking));
                });
    }

    /** What will come in, or was promised from it. */
    record Outlook(
            @Field(
                            needed = true,
                            oneOf = {"INCOMING", "BACKORDER"})
                    @Nullable String kind,
            @Field(needed = true) @Nullable Sku sku,
            @Nullable String warehouse,
            @Field(needed = true) @Nullable Quantity quantity,
            @Field(needed = true) @Nullable LocalDate dueOn,
            @Nullable Boolean confirmed,
            @Field(max = 80) @Nullable String reference) {}

    OutlookView expect(OrgId org, Outlook outlook) {
        String kind = String.valueOf(outlook.kind());
        if (!kind.equals("INCOMING") && !kind.equals("BACKORDER")) {
            throw Fault.invalid("/kind", "One of INCOMING and BACKORDER.");
        }
        LocalDate due = outlook.dueOn();
        if (due == null) {
            throw Fault.invalid("/dueOn", "This field is required.");
        }
        String reference = outlook.reference() == null ? "" : outlook.reference().strip();
        String warehouse = outlook.warehouse() == null ? "MAIN" : outlook.warehouse();
        if (reference.length() > 80 || !warehouse.matches("[A-Z0-9][A-Z0-9-]{0,23}")) {
            throw Fault.invalid("/reference", "At most 80 characters, and a warehouse's code.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    ItemId item = find.item(tx, outlook.sku());
                    OutlookView view =
                            new OutlookView(
                                    ids.get(),
                                    kind,
                                    catalog.get(tx, item).sku().value(),
                                    warehouse,
                                    find.units(tx, item, outlook.quantity(), ""),
                                    due.toString(),
                                    outlook.confirmed() == null || outlook.confirmed(),
                                    reference,
                                    false);
                    supply.add(tx, view, item);
                    return view;
                });
    }

    /**
     * Ends an expectation: it came in, or will not.
     *
     * @throws Fault NOT_FOUND when there is no such open one
     */
    void close(OrgId org, UUID id) {
        boolean closed = transactions.inOrg(org, tx -> supply.close(tx, id));
        if (!closed) {
            throw Fault.notFound("open expectation");
        }
    }

    List<OutlookView> outlook(OrgId org, Optional<UUID> after, int limit) {
        return transactions.inOrg(org, tx -> supply.outlook(tx, after, limit));
    }

    /**
     * What a channel may show of one item, or of all when no SKU is named.
     *
     * @param place the shop's own id of the location whose figures are set; needed when it has
     *     several
     */
    record Showing(
            @Field(needed = true) @Nullable UUID channelId,
            @Field(about = "All items when absent.") @Nullable Sku sku,
            @Field(min = 0, max = 100, about = "In percent; 100 when absent.")
                    @Nullable Integer sharePercent,
            @Nullable Integer buffer,
            @Nullable Integer cap,
            @Nullable Integer floor,
            @Nullable List<String> warehouses,
            @Nullable String place) {}

    Showing show(OrgId org, Showing wanted) {
        UUID channel = wanted.channelId();
        if (channel == null) {
            throw Fault.invalid("/channelId", "This field is required.");
        }
        Integer cap = wanted.cap();
        if (cap != null) {
            int _ = between("/cap", cap, 0, Quantity.MAX_UNITS, 0);
        }
        ChannelRule rule =
                new ChannelRule(
                        between("/sharePercent", wanted.sharePercent(), 0, 100, 100),
                        between("/buffer", wanted.buffer(), 0, Quantity.MAX_UNITS, 0),
                        cap,
                        between("/floor", wanted.floor(), 0, Quantity.MAX_UNITS, 0),
                        wanted.warehouses() == null ? List.of() : wanted.warehouses());
        String sku = wanted.sku() == null ? "" : wanted.sku().value();
        String place = wanted.place();
        if (place != null && (place.isBlank() || place.length() > 200)) {
            throw Fault.invalid("/place", "A shop's id of a location has 1 to 200 characters.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    if (wanted.sku() != null) {
                        ItemId _ = find.item(tx, wanted.sku());
                    }
                    supply.putRule(tx, channel, sku, rule);
                    sending.putPlace(tx, channel, place);
                    publish.reset(tx);
                    tx.wakeAfterCommit(StockLedger.TOPIC);
                    return wanted;
                });
    }

    private static int between(
            String pointer, @Nullable Integer value, int min, int max, int byDefault) {
        int number = value == null ? byDefault : value;
        if (number < min || number > max) {
            throw Fault.invalid(pointer, "A whole number from " + min + " to " + max + ".");
        }
        return number;
    }

    List<PublishStore.JobView> jobs(
            OrgId org, UUID channel, String state, String after, int limit) {
        return transactions.inOrg(org, tx -> publish.jobs(tx, channel, state, after, limit));
    }

    /** Dead letters to send once more: one item's, or all of a channel. */
    record Replay(@Nullable UUID channelId, @Nullable Sku sku) {}

    record Replayed(int figures) {}

    Replayed replay(OrgId org, Replay wanted) {
        UUID channel = wanted.channelId();
        Sku sku = wanted.sku();
        if (channel == null) {
            throw Fault.invalid("/channelId", "This field is required.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    UUID item = sku == null ? null : find.item(tx, sku).value();
                    int figures = sending.replay(tx, channel, item);
                    tx.wakeAfterCommit(PublishStockWorker.QUEUED);
                    return new Replayed(figures);
                });
    }
}

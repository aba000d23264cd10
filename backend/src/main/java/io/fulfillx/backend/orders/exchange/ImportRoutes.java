package io.fulfillx.backend.orders.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.orders.exchange.ImportLayout.Format;
import io.fulfillx.backend.orders.exchange.ImportLayout.Preset;
import io.fulfillx.backend.orders.exchange.ImportStore.ErrorRow;
import io.fulfillx.backend.orders.exchange.ImportStore.OrderImport;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Files of orders on their way in, over HTTP. */
public final class ImportRoutes {
    private static final int MAX_NAME = 200;
    private static final int ERROR_PAGE = 1_000;
    private static final String BASE = "/api/v1/order-imports";

    private final Transactions transactions;
    private final OrderActs orders;
    private final StartImport start;
    private final Supplier<UUID> ids;
    private final ImportStore imports = new ImportStore();

    ImportRoutes(
            Transactions transactions, OrderActs orders, StartImport start, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.orders = orders;
        this.start = start;
        this.ids = ids;
    }

    /**
     * A file that is to come.
     *
     * @param preset FULFILLX when absent, which is what the export writes
     * @param columns what the file calls our columns, where it is not what the preset says
     * @param channelId the orders' channel; the one without a shop when absent
     */
    record NewImport(
            @Field(needed = true, min = 1, max = MAX_NAME) @Nullable String name,
            @Nullable Format format,
            @Nullable Preset preset,
            @Nullable Map<String, String> columns,
            @Nullable String separator,
            @Nullable String datePattern,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable UUID channelId) {
        ImportLayout layout() {
            Format wanted = Objects.requireNonNullElse(format, Format.CSV);
            return Objects.requireNonNullElse(preset, Preset.FULFILLX)
                    .layout(wanted)
                    .with(Objects.requireNonNullElse(columns, Map.of()), separator, currency)
                    .withTimes(datePattern, zone)
                    .checked();
        }
    }

    /** Nothing needs to be said. */
    record Nothing() {}

    List<Route> routes() {
        return Stream.of(files(), work()).flatMap(List::stream).toList();
    }

    private List<Route> files() {
        return List.of(
                Route.get(
                                BASE,
                                Roles.LEADS,
                                "List imports of orders, newest first",
                                OrderImport[].class,
                                this::list)
                        .paged()
                        .problems(),
                Route.post(
                                BASE,
                                Roles.LEADS,
                                "Announce a file of orders and how it is to be read",
                                NewImport.class,
                                OrderImport.class,
                                this::create)
                        .creates()
                        .problems(Fault.Code.NOT_FOUND),
                Route.get(
                                BASE + "/{importId}",
                                Roles.LEADS,
                                "Show how far an import is",
                                OrderImport.class,
                                call -> answer(call, tx -> start.get(tx, id(call))))
                        .problems(),
                Route.post(
                                BASE + "/{importId}/parts",
                                Roles.LEADS,
                                "Send a part of the file; a part sent again changes nothing",
                                byte[].class,
                                OrderImport.class,
                                this::part)
                        .takes("application/octet-stream")
                        .query(
                                Query.whole(
                                        "number",
                                        "Which part it is, from 1.",
                                        1,
                                        1,
                                        StartImport.MOST_PARTS))
                        .problems(Fault.Code.NOT_ALLOWED_NOW, Fault.Code.CONFLICT));
    }

    private List<Route> work() {
        return List.of(
                Route.post(
                                BASE + "/{importId}/start",
                                Roles.LEADS,
                                "Take the orders of the file in; it goes on by itself",
                                Nothing.class,
                                OrderImport.class,
                                call -> answer(call, tx -> start.start(tx, id(call))))
                        .problems(Fault.Code.NOT_ALLOWED_NOW),
                Route.post(
                                BASE + "/{importId}/cancel",
                                Roles.LEADS,
                                "Stop an import; what came in stays",
                                Nothing.class,
                                OrderImport.class,
                                call -> answer(call, tx -> start.cancel(tx, id(call))))
                        .problems(),
                Route.get(
                                BASE + "/{importId}/errors.csv",
                                Roles.LEADS,
                                "Download why orders of the file were not taken in, row by row",
                                byte[].class,
                                this::errors)
                        .gives("text/csv")
                        .problems());
    }

    private static UUID id(Call call) {
        return call.id("importId", "import");
    }

    private Reply answer(Call call, Function<Tx, OrderImport> work) {
        return Reply.ok(transactions.inOrg(call.org(), work));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        Optional<UUID> after = Page.after(call);
        List<OrderImport> found =
                transactions.inOrg(call.org(), tx -> imports.list(tx, after, limit + 1));
        return Reply.ok(Page.of(found, limit, OrderImport::importId));
    }

    private Reply create(Call call) {
        NewImport body = call.body(NewImport.class);
        String name = PlainText.of(body.name(), "/name", MAX_NAME);
        ImportLayout layout = body.layout();
        UUID id = ids.get();
        UUID shop = body.channelId();
        return Reply.created(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            ChannelId channel =
                                    shop == null
                                            ? orders.ownChannel(tx)
                                            : orders.channel(tx, new ChannelId(shop));
                            imports.insert(tx, id, name, layout, channel, Actor.of(call));
                            return start.get(tx, id);
                        }));
    }

    private Reply part(Call call) {
        int number = call.number("number", 1, 1, StartImport.MOST_PARTS);
        return answer(call, tx -> start.addPart(tx, id(call), number, call.rawBody()));
    }

    private Reply errors(Call call) {
        UUID id = id(call);
        OrgId org = call.org();
        OrderImport _ = transactions.inOrg(org, tx -> start.get(tx, id));
        return Reply.stream("text/csv", out -> write(org, id, out));
    }

    private void write(OrgId org, UUID id, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("line", "order", "field", "problem");
            ErrorRow last = new ErrorRow(-1, 0, "", "", "");
            boolean more = true;
            while (more) {
                ErrorRow from = last;
                List<ErrorRow> page =
                        transactions.inOrg(
                                org,
                                tx ->
                                        imports.errors(
                                                tx, id, from.line(), from.place(), ERROR_PAGE));
                for (ErrorRow row : page) {
                    csv.writeRecord(
                            Long.toString(row.line()),
                            CellText.written(row.key()),
                            CellText.written(row.field()),
                            CellText.written(row.detail()));
                    last = row;
                }
                more = page.size() == ERROR_PAGE;
            }
        }
    }
}

package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

final class ParcelStore {
    private static final String COLUMNS =
            """
            parcel_id, order_id, fulfillment_order_id, wave_id, station_id, number,
            parcel_count, carton_code, length_mm,
            width_mm, height_mm, status, service, expected_grams, actual_grams, actual_carton,
            operator_id, packed_at, obstacle
            """;
    private static final String SELECT = "select " + COLUMNS + " from parcel where org_id = :org ";
    private static final String FIND = SELECT + "and parcel_id = :id";
    private static final String LOCK =
            SELECT + "and parcel_id = any(cast(:ids as uuid[])) order by parcel_id for update";
    private static final String OF_WAVE = SELECT + "and wave_id = :id order by wave_position";
    private static final String OF_ORDER = SELECT + "and order_id = :id order by number";
    private static final String OF =
            SELECT
                    + """
                    and (parcel_id = any(cast(:ids as uuid[]))
                      or order_id = any(cast(:orders as uuid[])))
                    order by parcel_id
                    """;
    private static final String WAITING =
            SELECT
                    + """
                    and status = 'PLANNED' and obstacle is not null
                      and not exists (select 1 from held_part h where h.org_id = parcel.org_id
                        and h.fulfillment_order_id = parcel.fulfillment_order_id)
                    order by parcel_id limit :limit
                    """;
    private static final String LIVE_AT_STATION =
            SELECT
                    + """
                    and station_id = :station
                    and status in ('PLANNED', 'LABELLED', 'PICKED', 'SET_ASIDE')
                    and parcel_id > :after order by parcel_id limit :limit
                    """;
    private static final String LIST =
            SELECT
                    + """
                    and (cast(:order as uuid) is null or order_id = :order)
                    and (cast(:before as uuid) is null or parcel_id < :before)
                    order by parcel_id desc limit :limit
                    """;
    private static final String LINES =
            """
            select p.parcel_id, p.part_id, p.line_id, p.item_id, p.location_id, l.name as location,
              p.lot, p.quantity, p.picked, p.short
            from parcel_line p
            join location_name l on l.org_id = p.org_id and l.location_id = p.location_id
            where p.org_id = :org and p.parcel_id = any(cast(:ids as uuid[]))
            order by l.name, p.line_id, p.item_id, p.lot, p.part_id
            """;
    private static final String INSERT =
            """
            insert into parcel (org_id, parcel_id, order_id, fulfillment_order_id, wave_id,
              station_id, number, parcel_count, carton_code, length_mm, width_mm, height_mm,
              status, expected_grams,
              wave_position)
            values (:org, :id, :order, :part, :wave, :station, :number, :count, :carton, :length,
              :width, :height, 'PLANNED', :grams, :position)
            """;
    private static final String INSERT_LINE =
            """
            insert into parcel_line (org_id, parcel_id, part_id, line_id, item_id, location_id, lot,
              quantity)
            values (:org, :parcel, :part, :line, :item, :location, :lot, :quantity)
            """;
    private static final String LABELLED =
            """
            update parcel set status = 'LABELLED', service = :service, obstacle = null,
              version = version + 1
            where org_id = :org and parcel_id = :id and status = 'PLANNED'
            """;
    private static final String OBSTACLE =
            """
            update parcel set obstacle = :obstacle, version = version + 1
            where org_id = :org and parcel_id = :id and status = 'PLANNED'
            """;
    private static final String STATUS =
            """
            update parcel p set status = m."to", version = p.version + 1
            from jsonb_to_recordset(cast(:moves as jsonb)) as m(parcel uuid, "from" text, "to" text)
            where p.org_id = :org and p.parcel_id = m.parcel and p.status = m."from"
            """;
    private static final String TOTE =
            """
            update parcel p set tote = t.tote
            from jsonb_each_text(cast(:totes as jsonb)) as t(parcel, tote)
            where p.org_id = :org and p.parcel_id = cast(t.parcel as uuid)
            """;
    private static final String AT_STATION =
            "update parcel set station_id = :station where org_id = :org and parcel_id = :id";
    private static final String PICKED =
            """
            update parcel_line l set picked = p.picked
            from jsonb_to_recordset(cast(:parts as jsonb)) as p(parcel uuid, part uuid, picked int)
            where l.org_id = :org and l.parcel_id = p.parcel and l.part_id = p.part
              and l.picked <> p.picked
            """;
    private static final String UNPICKED =
            "update parcel_line set picked = 0 where org_id = :org and parcel_id = :parcel";
    private static final String MISSING =
            """
            update parcel_line set short = short + :units, picked = least(picked, :still)
            where org_id = :org and parcel_id = :parcel and part_id = :part
              and short + :units <= quantity
            """;
    private static final String COMMIT =
            """
            update parcel_line set committed_at = now()
            where org_id = :org and parcel_id = any(cast(:ids as uuid[])) and quantity > short
              and committed_at is null
            returning parcel_id, part_id
            """;

    Optional<Parcel> find(Tx tx, ParcelId id) {
        return parcels(tx, tx.sql(FIND).with("id", id.value())).stream().findFirst();
    }

    Optional<Parcel> lock(Tx tx, ParcelId id) {
        return lock(tx, List.of(id)).stream().findFirst();
    }

    /** Keeps every other change of the parcels waiting until this transaction ends. */
    List<Parcel> lock(Tx tx, Collection<ParcelId> ids) {
        return parcels(tx, tx.sql(LOCK).withIds("ids", values(ids)));
    }

    private static List<UUID> values(Collection<ParcelId> ids) {
        return ids.stream().map(ParcelId::value).toList();
    }

    List<Parcel> ofWave(Tx tx, WaveId wave) {
        return parcels(tx, tx.sql(OF_WAVE).with("id", wave.value()));
    }

    List<Parcel> ofOrder(Tx tx, OrderId order) {
        return parcels(tx, tx.sql(OF_ORDER).with("id", order.value()));
    }

    List<Parcel> of(Tx tx, Collection<ParcelId> ids, Collection<OrderId> orders) {
        return parcels(
                tx,
                tx.sql(OF)
                        .withIds("ids", values(ids))
                        .withIds("orders", orders.stream().map(OrderId::value).toList()));
    }

    /** Parcels without a label whose order is held no longer. */
    List<Parcel> waiting(Tx tx, int limit) {
        return parcels(tx, tx.sql(WAITING).with("limit", limit));
    }

    List<Parcel> liveAtStation(Tx tx, StationId station, UUID after, int limit) {
        return parcels(
                tx,
                tx.sql(LIVE_AT_STATION)
                        .with("station", station.value())
                        .with("after", after)
                        .with("limit", limit));
    }

    List<Parcel> list(Tx tx, @Nullable UUID order, @Nullable UUID before, int limit) {
        return parcels(
                tx, tx.sql(LIST).with("order", order).with("before", before).with("limit", limit));
    }

    /** All with one statement more for their lines. */
    private static List<Parcel> parcels(Tx tx, Tx.Statement statement) {
        List<Row> rows = statement.list(row -> row);
        if (rows.isEmpty()) {
            return List.of();
        }
        record Held(UUID parcel, ParcelLine line) {}
        Map<UUID, List<ParcelLine>> lines =
                tx
                        .sql(LINES)
                        .withIds("ids", rows.stream().map(row -> row.uuid("parcel_id")).toList())
                        .list(row -> new Held(row.uuid("parcel_id"), line(row)))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Held::parcel,
                                        Collectors.mapping(Held::line, Collectors.toList())));
        return rows.stream()
                .map(row -> parcel(row, lines.getOrDefault(row.uuid("parcel_id"), List.of())))
                .toList();
    }

    void insert(Tx tx, Parcel parcel, int position) {
        tx.sql(INSERT)
                .with("id", parcel.parcelId().value())
                .with("order", parcel.orderId().value())
                .with("part", parcel.fulfillmentOrderId().value())
                .with("wave", parcel.waveId().value())
                .with("station", parcel.stationId().value())
                .with("number", parcel.number())
                .with("count", parcel.parcelCount())
                .with("carton", parcel.carton())
                .with("length", parcel.size().lengthMm())
                .with("width", parcel.size().widthMm())
                .with("height", parcel.size().heightMm())
                .with("grams", parcel.expectedWeight().grams())
                .with("position", position)
                .run();
        parcel.lines().forEach(line -> insert(tx, parcel.parcelId(), line));
    }

    /** Adds a part to a parcel. */
    void insert(Tx tx, ParcelId parcel, ParcelLine line) {
        ofLine(tx, INSERT_LINE, parcel, line)
                .with("line", line.lineId().value())
                .with("item", line.itemId().value())
                .with("location", line.locationId().value())
                .with("lot", line.stock().lot())
                .with("quantity", line.planned().units())
                .run();
    }

    /** False when the parcel is no longer waiting for its label. */
    boolean labelled(Tx tx, ParcelId id, String service) {
        return tx.sql(LABELLED).with("id", id.value()).with("service", service).run() == 1;
    }

    void obstacle(Tx tx, ParcelId id, @Nullable String obstacle) {
        tx.sql(OBSTACLE).with("id", id.value()).with("obstacle", obstacle).run();
    }

    /**
     * Moves a locked parcel on.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    void move(Tx tx, Parcel parcel, ParcelStatus.Verb verb) {
        move(tx, List.of(parcel), verb);
    }

    /** The same for many. */
    void move(Tx tx, List<Parcel> parcels, ParcelStatus.Verb verb) {
        record Move(ParcelId parcel, ParcelStatus from, ParcelStatus to) {}
        List<Move> moves =
                parcels.stream()
                        .map(
                                parcel ->
                                        new Move(
                                                parcel.parcelId(),
                                                parcel.status(),
                                                ParcelStatus.TABLE.require(parcel.status(), verb)))
                        .toList();
        if (!moves.isEmpty() && tx.sql(STATUS).withJson("moves", moves).run() != moves.size()) {
            throw new Fault(Fault.Code.CONFLICT, "The parcel was changed just now.");
        }
    }

    void totes(Tx tx, Map<ParcelId, String> totes) {
        tx.sql(TOTE).withJson("totes", totes).run();
    }

    void atStation(Tx tx, ParcelId id, StationId station) {
        tx.sql(AT_STATION).with("id", id.value()).with("station", station.value()).run();
    }

    /** How many units of each part lie in totes now. */
    void picked(Tx tx, Collection<Parcel> parcels) {
        record Part(ParcelId parcel, OrderLineId part, int picked) {}
        List<Part> parts = new ArrayList<>();
        for (Parcel parcel : parcels) {
            for (ParcelLine line : parcel.lines()) {
                parts.add(new Part(parcel.parcelId(), line.partId(), line.picked().units()));
            }
        }
        tx.sql(PICKED).withJson("parts", parts).run();
    }

    /** Nothing of it lies in a tote any more. */
    void unpicked(Tx tx, ParcelId parcel) {
        tx.sql(UNPICKED).with("parcel", parcel.value()).run();
    }

    void missing(Tx tx, ParcelId parcel, ParcelLine line, Quantity units) {
        ofLine(tx, MISSING, parcel, line)
                .with("units", units.units())
                .with("still", line.toShip().minus(units).units())
                .run();
    }

    /** The parts of each parcel that leave now; each is named to exactly one caller, ever. */
    Map<ParcelId, Set<OrderLineId>> commit(Tx tx, Collection<ParcelId> parcels) {
        Map<ParcelId, Set<OrderLineId>> parts = new HashMap<>();
        tx.sql(COMMIT)
                .withIds("ids", values(parcels))
                .list(
                        row ->
                                parts.computeIfAbsent(
                                                new ParcelId(row.uuid("parcel_id")),
                                                _ -> new HashSet<>())
                                        .add(new OrderLineId(row.uuid("part_id"))));
        return parts;
    }

    private static Tx.Statement ofLine(Tx tx, String sql, ParcelId parcel, ParcelLine line) {
        return tx.sql(sql).with("parcel", parcel.value()).with("part", line.partId().value());
    }

    private static Parcel parcel(Row row, List<ParcelLine> lines) {
        UUID id = row.uuid("parcel_id");
        UUID operator = row.uuidOrNull("operator_id");
        Integer grams = row.integerOrNull("actual_grams");
        return new Parcel(
                new ParcelId(id),
                new OrderId(row.uuid("order_id")),
                new FulfillmentOrderId(row.uuid("fulfillment_order_id")),
                new WaveId(row.uuid("wave_id")),
                new StationId(row.uuid("station_id")),
                row.integer("number"),
                row.integer("parcel_count"),
                row.text("carton_code"),
                new Dimensions(
                        row.integer("length_mm"),
                        row.integer("width_mm"),
                        row.integer("height_mm")),
                ParcelStatus.valueOf(row.text("status")),
                row.textOrNull("service"),
                new Weight(row.integer("expected_grams")),
                grams == null ? null : new Weight(grams),
                row.textOrNull("actual_carton"),
                operator == null ? null : new OperatorId(operator),
                row.instantOrNull("packed_at"),
                row.textOrNull("obstacle"),
                lines);
    }

    private static ParcelLine line(Row row) {
        return new ParcelLine(
                new OrderLineId(row.uuid("part_id")),
                new LineStock(
                        new OrderLineId(row.uuid("line_id")),
                        new ItemId(row.uuid("item_id")),
                        new LocationId(row.uuid("location_id")),
                        row.text("lot")),
                row.text("location"),
                new Quantity(row.integer("quantity")),
                new Quantity(row.integer("picked")),
                new Quantity(row.integer("short")));
    }
}

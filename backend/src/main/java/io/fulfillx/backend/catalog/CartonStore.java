package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.api.Carton;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

final class CartonStore {
    private static final String COLUMNS =
            """
            select code, name, length_mm, width_mm, height_mm, tare_grams, max_grams,
              outer_length_mm, outer_width_mm, outer_height_mm, archived_at is not null as archived
            from carton where org_id = :org
            """;
    private static final String IN_USE =
            COLUMNS
                    + " and archived_at is null"
                    + " order by cast(length_mm as bigint) * width_mm * height_mm, code";
    private static final String PAGE = COLUMNS + " and code > :after order by code limit :limit";
    private static final String ONE = COLUMNS + " and code = :code for update";
    private static final String INSERT =
            """
            insert into carton (org_id, code, name, length_mm, width_mm, height_mm, tare_grams,
              max_grams, outer_length_mm, outer_width_mm, outer_height_mm)
            values (:org, :code, :name, :length, :width, :height, :tare, :max, :outerLength,
              :outerWidth, :outerHeight)
            on conflict do nothing
            """;
    private static final String UPDATE =
            """
            update carton set name = :name, length_mm = :length, width_mm = :width,
              height_mm = :height, tare_grams = :tare, max_grams = :max,
              outer_length_mm = :outerLength, outer_width_mm = :outerWidth,
              outer_height_mm = :outerHeight
            where org_id = :org and code = :code
            """;
    private static final String ARCHIVE =
            """
            update carton set archived_at = case when cast(:gone as boolean) then now() end
            where org_id = :org and code = :code
            """;

    /**
     * A box type.
     *
     * @param carton its inner size
     * @param outer its outer size, if anybody measured it
     */
    record Entry(Carton carton, @Nullable Dimensions outer, boolean archived) {}

    /** Those in use, smallest first. */
    List<Carton> all(Tx tx) {
        return tx.sql(IN_USE).list(row -> entry(row).carton());
    }

    List<Entry> page(Tx tx, String after, int limit) {
        return tx.sql(PAGE).with("after", after).with("limit", limit).list(CartonStore::entry);
    }

    /** Others wait until the transaction ends. */
    Optional<Entry> lock(Tx tx, String code) {
        return tx.sql(ONE).with("code", code).find(CartonStore::entry);
    }

    /** False when the code is taken. */
    boolean insert(Tx tx, Carton carton, @Nullable Dimensions outer) {
        return write(tx.sql(INSERT), carton, outer) == 1;
    }

    /** False when there is none of that code. */
    boolean update(Tx tx, Carton carton, @Nullable Dimensions outer) {
        return write(tx.sql(UPDATE), carton, outer) == 1;
    }

    /** False when there is none of that code. */
    boolean archive(Tx tx, String code, boolean gone) {
        return tx.sql(ARCHIVE).with("code", code).with("gone", gone).run() == 1;
    }

    private static long write(Tx.Statement statement, Carton carton, @Nullable Dimensions outer) {
        return statement
                .with("code", carton.code())
                .with("name", carton.name())
                .with("length", carton.size().lengthMm())
                .with("width", carton.size().widthMm())
                .with("height", carton.size().heightMm())
                .with("tare", carton.tare().grams())
                .with("max", carton.maxWeight().grams())
                .withOptional("outerLength", outer == null ? null : outer.lengthMm())
                .withOptional("outerWidth", outer == null ? null : outer.widthMm())
                .withOptional("outerHeight", outer == null ? null : outer.heightMm())
                .run();
    }

    private static Entry entry(Row row) {
        Integer length = row.integerOrNull("outer_length_mm");
        Integer width = row.integerOrNull("outer_width_mm");
        Integer height = row.integerOrNull("outer_height_mm");
        Dimensions outer =
                length == null || width == null || height == null
                        ? null
                        : new Dimensions(length, width, height);
        Carton carton =
                new Carton(
                        row.text("code"),
                        row.text("name"),
                        new Dimensions(
                                row.integer("length_mm"),
                                row.integer("width_mm"),
                                row.integer("height_mm")),
                        new Weight(row.integer("tare_grams")),
                        new Weight(row.integer("max_grams")));
        return new Entry(carton, outer, row.flag("archived"));
    }
}

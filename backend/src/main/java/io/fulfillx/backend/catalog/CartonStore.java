package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.api.Carton;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import java.util.List;

final class CartonStore {
    private static final String ALL =
            """
            select code, name, length_mm, width_mm, height_mm, tare_grams, max_grams from carton
            where org_id = :org
            order by cast(length_mm as bigint) * width_mm * height_mm, code
            """;
    private static final String INSERT =
            """
            insert into carton
              (org_id, code, name, length_mm, width_mm, height_mm, tare_grams, max_grams)
            values (:org, :code, :name, :length, :width, :height, :tare, :max)
            on conflict do nothing
            """;

    /** Smallest first. */
    List<Carton> all(Tx tx) {
        return tx.sql(ALL)
                .list(
                        row ->
                                new Carton(
                                        row.text("code"),
                                        row.text("name"),
                                        new Dimensions(
                                                row.integer("length_mm"),
                                                row.integer("width_mm"),
                                                row.integer("height_mm")),
                                        new Weight(row.integer("tare_grams")),
                                        new Weight(row.integer("max_grams"))));
    }

    void insert(Tx tx, Carton carton) {
        tx.sql(INSERT)
                .with("code", carton.code())
                .with("name", carton.name())
                .with("length", carton.size().lengthMm())
                .with("width", carton.size().widthMm())
                .with("height", carton.size().heightMm())
                .with("tare", carton.tare().grams())
                .with("max", carton.maxWeight().grams())
                .run();
    }
}

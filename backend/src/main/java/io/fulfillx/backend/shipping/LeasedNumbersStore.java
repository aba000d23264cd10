package io.fulfillx.backend.shipping;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.label.NumberSeries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carriers whose numbers an organization's stations may make. */
final class LeasedNumbersStore {
    private static final String ALL =
            """
            select carrier, kind, issuer, services, first_serial, last_serial, postage
            from leased_numbers where org_id = :org order by carrier
            """;
    private static final String PUT =
            """
            insert into leased_numbers (org_id, carrier, kind, issuer, services, first_serial,
              last_serial, postage)
            values (:org, :carrier, :kind, :issuer, cast(:services as jsonb), :first, :last,
              :postage)
            on conflict (org_id, carrier) do update set kind = :kind, issuer = :issuer,
              services = cast(:services as jsonb), first_serial = :first, last_serial = :last,
              postage = :postage
            """;
    private static final String REMOVE =
            "delete from leased_numbers where org_id = :org and carrier = :carrier";

    /** By the carrier's code, in its order. */
    Map<String, LeasedNumbers> all(Tx tx) {
        Map<String, LeasedNumbers> all = new LinkedHashMap<>();
        tx.sql(ALL)
                .list(row -> Map.entry(row.text("carrier"), numbers(row)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    Optional<LeasedNumbers> find(Tx tx, String carrier) {
        return Optional.ofNullable(all(tx).get(carrier));
    }

    void put(Tx tx, String carrier, LeasedNumbers numbers) {
        tx.sql(PUT)
                .with("carrier", carrier)
                .with("kind", numbers.kind().name())
                .with("issuer", numbers.issuer())
                .withJson("services", numbers.services())
                .with("first", numbers.firstSerial())
                .with("last", numbers.lastSerial())
                .with("postage", numbers.postage())
                .run();
    }

    void remove(Tx tx, String carrier) {
        tx.sql(REMOVE).with("carrier", carrier).run();
    }

    private static LeasedNumbers numbers(Row row) {
        return new LeasedNumbers(
                NumberSeries.Kind.valueOf(row.text("kind")),
                row.text("issuer"),
                List.of(row.json("services", LeasedNumbers.Service[].class)),
                row.bigint("first_serial"),
                row.bigint("last_serial"),
                row.text("postage"));
    }
}

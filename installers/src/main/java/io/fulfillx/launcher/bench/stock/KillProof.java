package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Compares what the clients know with what the database has. */
final class KillProof {
    private static final int FETCH = 20_000;
    private static final String LEVELS =
            """
            select i.sku, coalesce(sum(s.on_hand), 0), coalesce(sum(s.reserved), 0),
              coalesce(sum(s.allocated), 0), coalesce(sum(s.quarantine), 0),
              coalesce(sum(s.damaged), 0), coalesce(sum(s.inspection), 0),
              coalesce(sum(s.in_transit), 0)
            from item i left join stock_level s on s.org_id = i.org_id and s.item_id = i.item_id
            group by i.sku
            """;
    private static final String OVERSOLD =
            """
            select coalesce(sum(greatest(0, reserved + quarantine + damaged + inspection
              - on_hand)), 0) from stock_level
            """;
    private static final String KINDS =
            "select kind, count(*) from stock_ledger where leg = 0 and actor <> 'bench' group by 1";
    private static final String KEYS =
            """
            select movement_key from stock_ledger where leg = 0 and
              (movement_key like 'bulk/%' or movement_key like 'settle/%'
                or movement_key like 'reserve/%')
            """;

    private final List<KillRecord> records;
    private final List<String> findings = new ArrayList<>();
    private long lost;
    private long doubled;
    private long drift;
    private long oversold;

    KillProof(List<KillRecord> records) {
        this.records = records;
    }

    /** Operations that were acknowledged and are not there. */
    long lost() {
        return lost;
    }

    /** Operations that are there twice, or that nobody was told of. */
    long doubled() {
        return doubled;
    }

    /** Units that differ from what the acknowledged operations add up to. */
    long drift() {
        return drift;
    }

    long oversold() {
        return oversold;
    }

    /** The first differences, as sentences. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * @param initial units of each item at the beginning
     */
    KillProof compare(Connection database, int initial) {
        try (database;
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.setFetchSize(FETCH);
            levels(statement, initial);
            try (ResultSet row = statement.executeQuery(OVERSOLD)) {
                oversold = row.next() ? row.getLong(1) : -1;
            }
            kinds(statement);
            keys(statement);
            return this;
        } catch (SQLException e) {
            throw new ProgramFailed("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private void find(String sentence) {
        if (findings.size() < 20) {
            findings.add(sentence);
        }
    }

    private void levels(Statement statement, int initial) throws SQLException {
        Map<String, Effect> expected = new TreeMap<>();
        records.forEach(
                record ->
                        record.effects()
                                .forEach(
                                        (sku, effect) ->
                                                expected.computeIfAbsent(sku, _ -> new Effect())
                                                        .add(effect)));
        try (ResultSet row = statement.executeQuery(LEVELS)) {
            while (row.next()) {
                String sku = row.getString(1);
                Effect effect = expected.computeIfAbsent(sku, _ -> new Effect());
                if (sku.startsWith("SKU-")) {
                    effect.add(Effect.HAND, initial);
                }
                long[] units = new long[7];
                for (int i = 0; i < units.length; i++) {
                    units[i] = row.getLong(i + 2);
                }
                long apart = effect.distance(units);
                if (apart > 0) {
                    drift += apart;
                    find(sku + ": " + java.util.Arrays.toString(units) + ", not " + effect);
                }
            }
        }
    }

    /** As many events of each kind as were acknowledged. */
    private void kinds(Statement statement) throws SQLException {
        Map<String, Long> expected = new TreeMap<>();
        records.forEach(
                record -> record.kinds().forEach((kind, n) -> expected.merge(kind, n, Long::sum)));
        Map<String, Long> found = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(KINDS)) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        expected.forEach(
                (kind, n) -> {
                    long there = found.getOrDefault(kind, 0L);
                    if (there != n) {
                        find(kind + ": " + there + " events, " + n + " acknowledged");
                        lost += Math.max(0, n - there);
                        doubled += Math.max(0, there - n);
                    }
                });
        find("events " + found);
    }

    /** Each operation with a number once, if and only if it was acknowledged. */
    private void keys(Statement statement) throws SQLException {
        List<BitSet> seen = new ArrayList<>();
        records.forEach(_ -> seen.add(new BitSet()));
        try (ResultSet row = statement.executeQuery(KEYS)) {
            while (row.next()) {
                take(row.getString(1), seen);
            }
        }
        for (int i = 0; i < records.size(); i++) {
            BitSet missing = (BitSet) records.get(i).booked().clone();
            missing.andNot(seen.get(i));
            lost += missing.cardinality();
            BitSet unknown = seen.get(i);
            unknown.andNot(records.get(i).booked());
            doubled += unknown.cardinality();
            if (!missing.isEmpty() || !unknown.isEmpty()) {
                find(
                        "client %d: %d missing, the first %d; %d not acknowledged, the first %d"
                                .formatted(
                                        i,
                                        missing.cardinality(),
                                        missing.nextSetBit(0),
                                        unknown.cardinality(),
                                        unknown.nextSetBit(0)));
            }
        }
    }

    private void take(String key, List<BitSet> seen) {
        String[] parts = key.split("/");
        int client;
        int number;
        if (parts[0].equals("reserve")) {
            UUID order = UUID.fromString(parts[1]);
            if (order.getMostSignificantBits() >>> 56 != 0x4B
                    || order.version() != 4
                    || order.getLeastSignificantBits() < 0
                    || order.getLeastSignificantBits() > Integer.MAX_VALUE) {
                return;
            }
            client = KillClient.clientOf(order);
            number = (int) order.getLeastSignificantBits();
        } else if (parts[1].startsWith("story")) {
            return;
        } else {
            String[] names = parts[1].split("-");
            client = Integer.parseInt(names[0]);
            number = Integer.parseInt(names[1]);
        }
        if (seen.get(client).get(number)) {
            doubled++;
            find(key + " comes twice");
        }
        seen.get(client).set(number);
    }
}

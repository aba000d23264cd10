package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.BenchRow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The same statement, with its filter for the organization, under row-level security and by a role
 * that is not: one run of each in turn.
 */
final class PolicyCost {
    private static final int WARM_UP = 100;
    private static final int BATCH = 25;
    private static final double TARGET_PERCENT = 8;

    private final ReadStatements statements;
    private final List<ReadStatements.Values> values;
    private final int runs;

    PolicyCost(ReadStatements statements, List<ReadStatements.Values> values, int runs) {
        this.statements = statements;
        this.values = values;
        this.runs = runs;
    }

    List<BenchRow> rows(Connection policed, Connection plain) throws SQLException {
        List<BenchRow> rows = new ArrayList<>();
        policed.setAutoCommit(false);
        plain.setAutoCommit(false);
        for (Map.Entry<String, String> each : statements.texts().entrySet()) {
            double percent = percent(policed, plain, each.getValue());
            rows.add(
                    BenchRow.atMost(
                            "reads: row-level security, " + each.getKey(),
                            percent,
                            "%",
                            TARGET_PERCENT));
        }
        return rows;
    }

    /** By how much the median under the policy is above the median without. */
    private double percent(Connection policed, Connection plain, String sql) throws SQLException {
        long[] with = new long[runs];
        long[] without = new long[runs];
        try (PreparedStatement one = ReadStatements.prepare(policed, sql);
                PreparedStatement other = ReadStatements.prepare(plain, sql)) {
            for (int i = -WARM_UP; i < runs; i++) {
                if (Math.floorMod(i, BATCH) == 0) {
                    ReadStatements.Values next =
                            values.get(Math.floorMod(i / BATCH, values.size()));
                    policed.commit();
                    plain.commit();
                    ReadStatements.enter(policed, next);
                    ReadStatements.bind(one, sql, next);
                    ReadStatements.bind(other, sql, next);
                }
                boolean first = i % 2 == 0;
                long early = nanos(first ? one : other);
                long late = nanos(first ? other : one);
                if (i >= 0) {
                    with[i] = first ? early : late;
                    without[i] = first ? late : early;
                }
            }
        }
        return 100.0 * (median(with) - median(without)) / median(without);
    }

    private static long nanos(PreparedStatement statement) throws SQLException {
        long start = System.nanoTime();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return (double) sorted[sorted.length / 2];
    }
}

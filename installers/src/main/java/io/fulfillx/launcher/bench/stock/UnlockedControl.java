package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens to those who look first and promise then, without a lock: the same race on a table
 * of its own in the same database. It shows that the race is one.
 *
 * @param stock units of each round
 * @param demand requests of one unit in each round
 */
record UnlockedControl(StockServer server, int clients, int stock, int demand) {
    private static final String MAKE =
            "create unlogged table bench_control (round int primary key, stock int, granted int)";
    private static final String FILL = "insert into bench_control values (?, ?, 0)";
    private static final String LOOK = "select stock - granted from bench_control where round = ?";
    private static final String PROMISE =
            "update bench_control set granted = granted + 1 where round = ?";

    /** Units promised in so many rounds. */
    int granted(int rounds) {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute(MAKE);
            try (PreparedStatement fill = database.prepareStatement(FILL)) {
                for (int i = 0; i < rounds; i++) {
                    fill.setInt(1, i);
                    fill.setInt(2, stock);
                    fill.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new ProgramFailed("the control cannot be made: " + e.getMessage(), e);
        }
        List<AtomicInteger> asked = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            asked.add(new AtomicInteger());
        }
        CyclicBarrier start = new CyclicBarrier(clients);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            tasks.add(() -> client(start, asked));
        }
        return Oversell.sum(tasks);
    }

    private int client(CyclicBarrier start, List<AtomicInteger> asked) throws Exception {
        int granted = 0;
        try (Connection database = server.database();
                PreparedStatement look = database.prepareStatement(LOOK);
                PreparedStatement promise = database.prepareStatement(PROMISE)) {
            for (int round = 0; round < asked.size(); round++) {
                start.await();
                while (asked.get(round).getAndIncrement() < demand) {
                    look.setInt(1, round);
                    if (left(look) > 0) {
                        promise.setInt(1, round);
                        granted += promise.executeUpdate();
                    }
                }
            }
        }
        return granted;
    }

    private static int left(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}

package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;

import java.util.List;

/** What one feature brings, and the role it runs in. */
public record Feature(String name, Role role, List<Route> routes, List<Worker> workers) {
    public Feature {
        routes = List.copyOf(routes);
        workers = List.copyOf(workers);
    }
}

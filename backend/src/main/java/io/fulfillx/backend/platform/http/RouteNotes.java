package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a route says about itself beyond its types.
 *
 * @param name its stable operation id; derived from method and path when empty
 * @param status of success
 * @param takes media type of the request body
 * @param gives media type of the reply
 * @param queries its query parameters
 * @param problems the codes it answers beyond those that follow from its declaration; empty when
 *     nobody has said it yet
 * @param streams whether its body is read piece by piece, as long as it flows
 */
public record RouteNotes(
        Optional<String> name,
        int status,
        String takes,
        String gives,
        List<Query> queries,
        Optional<Set<Fault.Code>> problems,
        boolean streams) {
    static final String JSON = "application/json";

    static final RouteNotes NONE =
            new RouteNotes(Optional.empty(), 200, JSON, JSON, List.of(), Optional.empty(), false);

    public RouteNotes {
        queries = List.copyOf(queries);
        problems = problems.map(Set::copyOf);
    }

    RouteNotes named(String wanted) {
        return new RouteNotes(
                Optional.of(wanted), status, takes, gives, queries, problems, streams);
    }

    RouteNotes answering(int wanted) {
        return new RouteNotes(name, wanted, takes, gives, queries, problems, streams);
    }

    RouteNotes taking(String mediaType) {
        return new RouteNotes(name, status, mediaType, gives, queries, problems, streams);
    }

    RouteNotes giving(String mediaType) {
        return new RouteNotes(name, status, takes, mediaType, queries, problems, streams);
    }

    RouteNotes asking(List<Query> wanted) {
        return new RouteNotes(name, status, takes, gives, wanted, problems, streams);
    }

    RouteNotes failing(Set<Fault.Code> codes) {
        return new RouteNotes(name, status, takes, gives, queries, Optional.of(codes), streams);
    }

    RouteNotes streaming() {
        return new RouteNotes(name, status, takes, gives, queries, problems, true);
    }
}

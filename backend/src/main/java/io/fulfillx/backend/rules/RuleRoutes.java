package io.fulfillx.backend.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** The rules over HTTP, as versioned JSON, and why they decided as they did. */
final class RuleRoutes {
    private final Transactions transactions;
    private final RuleStore store;
    private final RuleCodec codec;
    private final EditRules editRules;

    RuleRoutes(Transactions transactions, RuleStore store, RuleCodec codec, EditRules editRules) {
        this.transactions = transactions;
        this.store = store;
        this.codec = codec;
        this.editRules = editRules;
    }

    /**
     * @param version 0 when nobody has written rules yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulesView(
            int version, JsonNode rules, @Nullable String author, @Nullable Instant writtenAt) {}

    record DecisionView(OrderId orderId, int version, RuleDecision decision, Instant decidedAt) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/rules",
                        Roles.LEADS,
                        "Show the rules in force",
                        RulesView.class,
                        this::show),
                Route.put(
                        "/api/v1/rules",
                        Roles.MANAGERS,
                        "Replace the rules by a new version",
                        Object.class,
                        RulesView.class,
                        this::replace),
                Route.get(
                        "/api/v1/orders/{orderId}/decision",
                        Roles.FLOOR,
                        "Show what the rules decided about an order, and why",
                        DecisionView.class,
                        this::decision));
    }

    private Reply show(Call call) {
        RulesView view =
                transactions
                        .inOrg(call.org(), store::latest)
                        .map(RuleRoutes::view)
                        .orElseGet(() -> new RulesView(0, none(), null, null));
        return Reply.ok(view);
    }

    private Reply replace(Call call) {
        return Reply.ok(view(editRules.replace(call.org(), call.rawBody(), Actor.of(call))));
    }

    private Reply decision(Call call) {
        OrderId order = new OrderId(call.id("orderId", "order"));
        return Reply.ok(
                transactions
                        .inOrg(call.org(), tx -> store.decision(tx, order))
                        .map(
                                kept ->
                                        new DecisionView(
                                                order,
                                                kept.version(),
                                                kept.decision(),
                                                kept.decidedAt()))
                        .orElseThrow(() -> Fault.notFound("decision")));
    }

    private JsonNode none() {
        return Json.read(codec.write(RuleSet.EMPTY), JsonNode.class);
    }

    private static RulesView view(RuleStore.Version version) {
        return new RulesView(
                version.number(),
                Json.read(version.rules(), JsonNode.class),
                version.author(),
                version.writtenAt());
    }
}

package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls every route that takes an id, in the path, the query or the body, with the real ids of
 * another organisation and with ids that nobody has. Both answers must be the same bytes, or the
 * difference would tell what others have.
 */
class TwoOrganizationsTest {
    /** Every path parameter of the API is an id and is named so. */
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*Id)}");

    private static final String CORRELATION = "two-organizations";

    private final Floor ours = new Floor(TestBackend.assembly());
    private final OtherOrganization others = new OtherOrganization();
    private final Floor theirs = others.floor();
    private final Map<String, String> real = others.ids();

    /** A request without its ids: {@code {orderId}} stands for one. */
    private record Probe(Route route, String path, String body) {}

    TwoOrganizationsTest() {
        ours.item("MUG", 300, 100);
    }

    @Test
    void theirIdsAreAnsweredLikeIdsThatNobodyHas() {
        real.forEach((name, id) -> assertEquals(36, id.length(), name));
        List<String> differing = new ArrayList<>();
        int probed = 0;
        for (Probe probe : probes()) {
            Map<String, String> unknown = unknown();
            String foreign = answer(ours, probe, real);
            String nobodys = answer(ours, probe, unknown);
            probed++;
            if (!foreign.equals(nobodys)) {
                differing.add(probe + "\n  theirs: " + foreign + "\n  nobody's: " + nobodys);
            }
        }
        assertEquals(List.of(), differing);
        assertTrue(probed > 25, "only " + probed);
    }

    private Map<String, String> unknown() {
        Map<String, String> unknown = new LinkedHashMap<>();
        real.keySet().forEach(name -> unknown.put(name, UUID.randomUUID().toString()));
        return unknown;
    }

    /** Without this, calls that fail for another reason would let the test above pass. */
    @Test
    void theOwnersAreToldMoreByTheSameCalls() {
        long telling =
                probes().stream()
                        .filter(
                                probe ->
                                        !answer(theirs, probe, real)
                                                .equals(answer(theirs, probe, unknown())))
                        .count();
        assertTrue(telling >= 20, "only " + telling);
    }

    @Test
    void nothingOfThemChangedWhenTheyWereCalled() {
        String before = theirs.get("/orders/" + real.get("orderId")).toString();
        probes().forEach(probe -> answer(ours, probe, real));
        assertEquals(before, theirs.get("/orders/" + real.get("orderId")).toString());
        assertEquals(1, theirs.get("/discrepancies").path("items").size());
        assertEquals(2, theirs.get("/shipments").path("items").size());
    }

    private List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        Map<String, Route> routes = new LinkedHashMap<>();
        for (Feature feature : TestBackend.assembly().features()) {
            for (Route route : feature.routes()) {
                routes.put(route.method() + " " + route.path(), route);
                if (PARAMETER.matcher(route.path()).find()) {
                    probes.add(probe(route, route.path(), "{}"));
                    RouteBodies.of(route)
                            .forEach(body -> probes.add(probe(route, route.path(), body)));
                }
            }
        }
        RouteBodies.idsElsewhere(ours.slug())
                .forEach(
                        (request, body) -> {
                            Route route = named(routes, request.replaceAll("\\?.*", ""));
                            probes.add(probe(route, request.replaceAll("^[A-Z]+ ", ""), body));
                        });
        // A hold of theirs on an order of ours.
        Route release = named(routes, "POST /api/v1/orders/{orderId}/holds/{holdId}/release");
        OrderId own = ours.order("MUG", 1);
        probes.add(probe(release, release.path().replace("{orderId}", own.toString()), "{}"));
        return probes;
    }

    private static Route named(Map<String, Route> routes, String name) {
        return Optional.ofNullable(routes.get(name)).orElseThrow();
    }

    private static Probe probe(Route route, String path, String body) {
        return new Probe(route, path, body);
    }

    /** A batch of every kind of act on their parcel, in a journal of its own. */
    private String batch(Map<String, String> ids) {
        List<CommandEnvelope> rows = new ArrayList<>();
        for (var command : everyCommand(filled("{parcelId}", ids), filled("{lineId}", ids))) {
            rows.add(ours.envelope(rows.size() + 1, command));
        }
        return Json.text(new CommandBatch(UUID.randomUUID().toString(), rows));
    }

    /** One act of each kind. */
    private static List<StationCommand> everyCommand(String parcelId, String lineId) {
        ParcelId parcel = ParcelId.of(parcelId);
        OrderLineId line = OrderLineId.of(lineId);
        Quantity one = new Quantity(1);
        TrackingNumber number = new TrackingNumber("FX0000000000017");
        return List.of(
                new PickConfirmed(parcel, line, one, "T1"),
                new PickShort(parcel, line, one),
                new ItemDamaged(parcel, line, one),
                new LabelPrinted(parcel, number, "zebra", 1, "device-counter"),
                new ParcelPacked(parcel, number, "S", new Weight(500)),
                new ParcelSetAside(parcel, "wet"));
    }

    /** Status and body, with each id that was sent replaced by its name. */
    private String answer(Floor caller, Probe probe, Map<String, String> ids) {
        String body =
                probe.path().endsWith("/sync/commands") ? batch(ids) : filled(probe.body(), ids);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("X-Correlation-Id", CORRELATION);
        boolean byStation = probe.route().access().equals(Roles.STATIONS);
        Answer answer =
                (byStation ? caller.station() : caller.admin())
                        .send(
                                probe.route().method(),
                                filled(probe.path(), ids),
                                body.getBytes(StandardCharsets.UTF_8),
                                headers);
        String text = answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace(id.getValue(), "{" + id.getKey() + "}");
        }
        return text;
    }

    private static String filled(String template, Map<String, String> ids) {
        Matcher matcher = PARAMETER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String id = ids.get(matcher.group(1));
            assertNotNull(id, "this test has no " + matcher.group() + " of the others");
            matcher.appendReplacement(text, id);
        }
        return matcher.appendTail(text).toString();
    }
}

package io.fulfillx.desktop.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.EnrolReply;
import io.fulfillx.model.sync.EnrolRequest;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.Protocol;
import io.fulfillx.model.sync.RecallRequest;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * HTTP to the server. Every call ends within its deadline: an {@link IOException} means that nobody
 * knows whether the server got it, a {@link ServerRefusal} that it answered otherwise.
 */
public final class ServerClient implements ServerLine, AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final ReentrantLock signingIn = new ReentrantLock();
    private @Nullable String token;

    public ServerClient(URI base) {
        this.base = base;
    }

    public EnrolReply enrol(EnrolRequest request)
            throws IOException, InterruptedException, ServerRefusal {
        HttpRequest.Builder post =
                post("/api/v1/stations/enrol", request)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        return read(send(post.build()), EnrolReply.class);
    }

    @Override
    public JournalOpened open(StationIdentity identity, OpenJournal opening)
            throws IOException, InterruptedException, ServerRefusal {
        return read(
                authorized(identity, post("/api/v1/sync/journals", opening)), JournalOpened.class);
    }

    StationOrders report(StationIdentity identity, StationReport report)
            throws IOException, InterruptedException, ServerRefusal {
        return read(authorized(identity, post("/api/v1/sync/status", report)), StationOrders.class);
    }

    NumberRange lease(StationIdentity identity, LeaseNumbers wanted)
            throws IOException, InterruptedException, ServerRefusal {
        return read(
                authorized(identity, post("/api/v1/sync/number-ranges", wanted)),
                NumberRange.class);
    }

    @Override
    public BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch)
            throws IOException, InterruptedException, ServerRefusal {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("epoch", batch.epoch()).put("generation", batch.generation());
        ArrayNode commands = body.putArray("commands");
        batch.rows().forEach(row -> commands.addRawValue(new RawValue(row)));
        return read(authorized(identity, post("/api/v1/sync/commands", body)), BatchReply.class);
    }

    @Override
    public long lastN(StationIdentity identity, String epoch)
            throws IOException, InterruptedException, ServerRefusal {
        JsonNode state =
                read(
                        authorized(
                                identity,
                                get("/api/v1/sync/state?epoch=" + encode(epoch), DEADLINE)),
                        JsonNode.class);
        return state.path("lastN").asLong();
    }

    @Override
    public FeedPage feed(StationIdentity identity, String cursor, Duration wait)
            throws IOException, InterruptedException, ServerRefusal {
        String path =
                "/api/v1/sync/feed?waitMillis="
                        + wait.toMillis()
                        + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor));
        return read(authorized(identity, get(path, wait.plus(DEADLINE))), FeedPage.class);
    }

    /** Which other station has the parcel with a code; empty when none has. */
    public List<ClaimNotice> holders(StationIdentity identity, RecallRequest wanted)
            throws IOException, InterruptedException, ServerRefusal {
        String query =
                wanted.toteCode() != null
                        ? "tote=" + encode(wanted.toteCode())
                        : wanted.orderCode() != null
                                ? "order=" + encode(wanted.orderCode())
                                : "tracking=" + encode(String.valueOf(wanted.trackingNumber()));
        byte[] answer = authorized(identity, get("/api/v1/sync/claims?" + query, DEADLINE));
        return List.of(read(answer, ClaimNotice[].class));
    }

    /**
     * Takes a parcel over whose tote a lead has in their hands.
     *
     * @param key the same for a repeat after a lost answer
     */
    public List<ClaimNotice> recall(StationIdentity identity, RecallRequest wanted, UUID key)
            throws IOException, InterruptedException, ServerRefusal {
        HttpRequest.Builder post =
                post("/api/v1/sync/recall", wanted).header("Idempotency-Key", key.toString());
        return List.of(read(authorized(identity, post), ClaimNotice[].class));
    }

    /** Lets a lead who proved it here look after the stations. */
    FloorPass admit(StationIdentity identity, FloorSignIn who)
            throws IOException, InterruptedException, ServerRefusal {
        return read(authorized(identity, post("/api/v1/auth/operator", who)), FloorPass.class);
    }

    /** What such a lead may read. */
    JsonNode read(FloorPass pass, String path)
            throws IOException, InterruptedException, ServerRefusal {
        return read(send(get(path, DEADLINE), pass), JsonNode.class);
    }

    /**
     * What such a lead may change.
     *
     * @param key the same for a repeat after a lost answer
     */
    <T> T change(FloorPass pass, String path, Object body, UUID key, Class<T> reply)
            throws IOException, InterruptedException, ServerRefusal {
        HttpRequest.Builder post = post(path, body).header("Idempotency-Key", key.toString());
        return read(send(post, pass), reply);
    }

    private byte[] send(HttpRequest.Builder request, FloorPass pass)
            throws IOException, InterruptedException, ServerRefusal {
        return send(request.header("Authorization", "Bearer " + pass.accessToken()).build());
    }

    /** Opens a WebSocket on which the server says, without data, that the feed has grown. */
    WebSocket pokes(StationIdentity identity, WebSocket.Listener listener)
            throws IOException, InterruptedException, ServerRefusal {
        String bearer = bearer(identity, null);
        String address = base.resolve("/api/v1/sync/pokes").toString();
        try {
            return http.newWebSocketBuilder()
                    .connectTimeout(DEADLINE)
                    .header("Authorization", "Bearer " + bearer)
                    .header(Protocol.HEADER, Integer.toString(Protocol.CURRENT))
                    .buildAsync(URI.create(address.replaceFirst("^http", "ws")), listener)
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("no WebSocket: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private byte[] authorized(StationIdentity identity, HttpRequest.Builder request)
            throws IOException, InterruptedException, ServerRefusal {
        String known = bearer(identity, null);
        try {
            return send(request.setHeader("Authorization", "Bearer " + known).build());
        } catch (ServerRefusal e) {
            if (e.status() != 401) {
                throw e;
            }
            String fresh = bearer(identity, known);
            return send(request.setHeader("Authorization", "Bearer " + fresh).build());
        }
    }

    /**
     * A token, a new one if need be: all who need it at the same time share one.
     *
     * @param refused the token that the server no longer takes; null when none was refused
     */
    private String bearer(StationIdentity identity, @Nullable String refused)
            throws IOException, InterruptedException, ServerRefusal {
        signingIn.lockInterruptibly();
        try {
            String known = token;
            return known != null && !known.equals(refused) ? known : signIn(identity);
        } finally {
            signingIn.unlock();
        }
    }

    private String signIn(StationIdentity identity)
            throws IOException, InterruptedException, ServerRefusal {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("organization", identity.organization());
        body.put("stationId", identity.stationId().toString());
        body.put("secret", identity.secret());
        JsonNode reply = read(send(post("/api/v1/auth/station", body).build()), JsonNode.class);
        String fresh = reply.path("accessToken").asText();
        if (fresh.isEmpty()) {
            throw new IOException("the server signed us in without a token");
        }
        token = fresh;
        return fresh;
    }

    private HttpRequest.Builder post(String path, Object body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    private HttpRequest.Builder get(String path, Duration deadline) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(deadline).GET();
    }

    private byte[] send(HttpRequest request)
            throws IOException, InterruptedException, ServerRefusal {
        HttpRequest traced =
                HttpRequest.newBuilder(request, (_, _) -> true)
                        .setHeader("X-Correlation-Id", UUID.randomUUID().toString())
                        .setHeader(Protocol.HEADER, Integer.toString(Protocol.CURRENT))
                        .build();
        HttpResponse<byte[]> response = http.send(traced, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 200 && response.statusCode() < 300) {
            return response.body();
        }
        throw refusal(response);
    }

    private static ServerRefusal refusal(HttpResponse<byte[]> response) {
        String code = "http-" + response.statusCode();
        String detail = "";
        try {
            JsonNode problem = Json.mapper().readTree(response.body());
            code = problem.path("code").asText(code);
            detail = problem.path("detail").asText("");
        } catch (JsonProcessingException e) {
            detail = "the answer is no problem document";
        } catch (IOException e) {
            detail = "the answer is unreadable";
        }
        return new ServerRefusal(response.statusCode(), code, detail);
    }

    /** What is no JSON did not come from our server (a proxy, a portal): as good as no answer. */
    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            return Json.read(body, type);
        } catch (UncheckedIOException e) {
            throw new IOException("the server's answer is not what was agreed", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

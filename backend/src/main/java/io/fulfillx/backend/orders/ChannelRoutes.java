package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.IntakeLetterStore.LetterView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Access;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Channels over HTTP: connecting shops, their webhooks, imports and what was not understood. */
final class ChannelRoutes {
    private static final int MAX_TEXT = 300;

    private final ConnectChannel connectChannel;
    private final AcceptWebhook acceptWebhook;
    private final ImportOrders importOrders;
    private final ReplayIntake replayIntake;

    ChannelRoutes(
            ConnectChannel connectChannel,
            AcceptWebhook acceptWebhook,
            ImportOrders importOrders,
            ReplayIntake replayIntake) {
        this.connectChannel = connectChannel;
        this.acceptWebhook = acceptWebhook;
        this.importOrders = importOrders;
        this.replayIntake = replayIntake;
    }

    record NewChannel(
            @Field(needed = true, min = 1, max = 300) @Nullable String kind,
            @Field(needed = true, min = 1, max = 300) @Nullable String shopDomain,
            @Field(needed = true, min = 1, max = 300) @Nullable String baseUrl,
            @Field(needed = true, min = 1, max = 300) @Nullable String accessToken,
            @Field(needed = true, min = 1, max = 300) @Nullable String webhookSecret) {}

    /** Nothing needs to be said. */
    record Replay() {}

    record ImportReply(List<IntakeResult> results) {}

    record LetterPage(List<LetterView> items, @Nullable String nextCursor) {}

    List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/v1/channels",
                                Roles.ADMINS,
                                "Connect a shop",
                                NewChannel.class,
                                ConnectChannel.Connected.class,
                                this::connect)
                        .creates()
                        .problems(Code.CONFLICT),
                Route.get(
                                "/api/v1/channels",
                                Roles.LEADS,
                                "List connected shops",
                                ConnectChannel.Shop[].class,
                                this::shops)
                        .named("listChannels")
                        .problems(),
                // The path names the kind; its signature stands in the headers.
                Route.postSelfIdentified(
                                "/webhooks/shopify/{orgId}/{channelId}",
                                Access.everyone(),
                                "Take a signed call of a Shopify shop",
                                Object.class,
                                IntakeResult.class,
                                this::webhook)
                        .named("takeShopifyWebhook")
                        .problems(Code.UNAUTHENTICATED, Code.MALFORMED),
                // Orders carry their own identity: repeating an import changes nothing.
                Route.postSelfIdentified(
                                "/api/v1/channels/{channelId}/orders/import",
                                Roles.LEADS,
                                "Take in orders as the channel writes them: one, {order} or"
                                        + " {orders}",
                                Object.class,
                                ImportReply.class,
                                this::importOrders)
                        .problems(),
                Route.get(
                                "/api/v1/channels/dead-letters",
                                Roles.LEADS,
                                "List signed deliveries that were not understood, newest first",
                                LetterPage.class,
                                this::letters)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/channels/dead-letters/{deadLetterId}/replay",
                                Roles.LEADS,
                                "Read such a delivery again",
                                Replay.class,
                                ImportReply.class,
                                this::replay)
                        .problems());
    }

    private Reply connect(Call call) {
        NewChannel body = call.body(NewChannel.class);
        return Reply.created(
                connectChannel.connect(
                        call.org(),
                        new ConnectChannel.NewShop(
                                text(body.kind(), "/kind"),
                                text(body.shopDomain(), "/shopDomain"),
                                address(text(body.baseUrl(), "/baseUrl")),
                                text(body.accessToken(), "/accessToken"),
                                text(body.webhookSecret(), "/webhookSecret"))));
    }

    private Reply shops(Call call) {
        return Reply.ok(new Page<>(connectChannel.shops(call.org()), null));
    }

    private Reply webhook(Call call) {
        Optional<UUID> org = uuid(call.path("orgId"));
        Optional<UUID> channel = uuid(call.path("channelId"));
        if (org.isEmpty() || channel.isEmpty()) {
            throw AcceptWebhook.refused();
        }
        AcceptWebhook.Arrival arrival =
                new AcceptWebhook.Arrival(
                        new OrgId(org.get()),
                        new ChannelId(channel.get()),
                        call.header("X-Shopify-Topic").orElse(""),
                        call.header("X-Shopify-Webhook-Id").orElse(""),
                        call.header("X-Shopify-Hmac-Sha256").orElse(""),
                        call.rawBody());
        return Reply.ok(acceptWebhook.accept(arrival));
    }

    private Reply importOrders(Call call) {
        ChannelId channel = new ChannelId(call.id("channelId", "channel"));
        List<IntakeResult> results = importOrders.run(call.org(), channel, call.rawBody());
        return Reply.ok(new ImportReply(results));
    }

    private Reply letters(Call call) {
        int limit = call.limit();
        List<LetterView> found = replayIntake.list(call.org(), Page.after(call), limit + 1);
        return Reply.ok(Page.of(found, limit, LetterView::deadLetterId));
    }

    private Reply replay(Call call) {
        UUID id = call.id("deadLetterId", "dead letter");
        return Reply.ok(new ImportReply(replayIntake.replay(call.org(), id)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            // The fault below says it for every reason.
        }
        throw Fault.invalid("/baseUrl", "An http or https address is expected.");
    }

    private static String text(@Nullable String value, String pointer) {
        if (value == null || value.isBlank() || value.length() > MAX_TEXT) {
            throw Fault.invalid(pointer, "This field has 1 to " + MAX_TEXT + " characters.");
        }
        return value.strip();
    }
}

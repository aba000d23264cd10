package io.fulfillx.backend.shipping;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;

import java.util.List;
import java.util.UUID;

/** What carriers were told of numbers that stations made, over HTTP. */
final class ManifestRoutes {
    private final Transactions transactions;
    private final ManifestStore store;

    ManifestRoutes(Transactions transactions, ManifestStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/manifests",
                                Roles.LEADS,
                                "List manifests with what their carriers said, newest first",
                                Manifest[].class,
                                this::list)
                        .paged());
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        List<Manifest> found =
                transactions.inOrg(call.org(), tx -> store.list(tx, before, limit + 1));
        return Reply.ok(Page.of(found, limit, Manifest::manifestId));
    }
}

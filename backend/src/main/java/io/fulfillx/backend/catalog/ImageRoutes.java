package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.CatalogRoutes.Nothing;
import io.fulfillx.backend.catalog.ImageStore.ImageView;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;

import java.util.List;
import java.util.UUID;

/** Pictures of items over HTTP. */
final class ImageRoutes {
    private static final String PATH = "/api/v1/items/{itemId}/images";

    private final Transactions transactions;
    private final KeepImages images;

    ImageRoutes(Transactions transactions, KeepImages images) {
        this.transactions = transactions;
        this.images = images;
    }

    /** It is gone. */
    record Removed(boolean removed) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                PATH,
                                Roles.FLOOR,
                                "List an item's pictures",
                                ImageView[].class,
                                this::list)
                        .named("listItemImages")
                        .problems(),
                Route.post(
                                PATH,
                                Roles.MANAGERS,
                                "Add a picture: the bytes of a PNG, JPEG or WebP up to 2 MB",
                                byte[].class,
                                ImageView.class,
                                this::add)
                        .takes("application/octet-stream")
                        .creates()
                        .problems(Code.INVALID, Code.NOT_ALLOWED_NOW),
                Route.get(
                                PATH + "/{imageId}",
                                Roles.FLOOR,
                                "Show a picture, or a small PNG of it",
                                byte[].class,
                                this::show)
                        .query(
                                Query.flag("small", "At most 160 pixels a side.")
                                        .whenAbsent("false"))
                        .gives("image/*")
                        .problems(),
                Route.post(
                                PATH + "/{imageId}/remove",
                                Roles.MANAGERS,
                                "Remove a picture",
                                Nothing.class,
                                Removed.class,
                                this::remove)
                        .problems());
    }

    private static UUID id(Call call) {
        return call.id("imageId", "picture");
    }

    private Reply list(Call call) {
        return Reply.ok(
                new Page<>(
                        transactions.inOrg(
                                call.org(), tx -> images.list(tx, CatalogRoutes.id(call))),
                        null));
    }

    private Reply add(Call call) {
        return Reply.created(
                transactions.inOrg(
                        call.org(),
                        tx ->
                                images.add(
                                        tx,
                                        CatalogRoutes.id(call),
                                        call.rawBody(),
                                        Actor.of(call))));
    }

    private Reply show(Call call) {
        boolean small = call.query("small").filter("true"::equals).isPresent();
        KeepImages.Picture picture =
                transactions.inOrg(
                        call.org(), tx -> images.show(tx, CatalogRoutes.id(call), id(call), small));
        return Reply.document(picture.mediaType(), picture.content());
    }

    private Reply remove(Call call) {
        transactions.inOrg(
                call.org(),
                tx -> {
                    images.remove(tx, CatalogRoutes.id(call), id(call));
                    return true;
                });
        return Reply.ok(new Removed(true));
    }
}

package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.catalog.api.Carton;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Box types over HTTP. */
final class CartonRoutes {
    private final Transactions transactions;
    private final CartonStore cartons;

    CartonRoutes(Transactions transactions, CartonStore cartons) {
        this.transactions = transactions;
        this.cartons = cartons;
    }

    /** A box type as people write it; the sides are the inner ones. */
    record CartonForm(
            @Field(needed = true, min = 1, max = 24, about = "Capital letters and digits.")
                    @Nullable String code,
            @Field(needed = true, min = 1, max = 80) @Nullable String name,
            @Field(needed = true, min = 1, max = 5_000, about = "In millimetres, inside.")
                    @Nullable Integer lengthMm,
            @Field(needed = true, min = 1, max = 5_000, about = "In millimetres, inside.")
                    @Nullable Integer widthMm,
            @Field(needed = true, min = 1, max = 5_000, about = "In millimetres, inside.")
                    @Nullable Integer heightMm,
            @Field(min = 1, max = 5_000) @Nullable Integer outerLengthMm,
            @Field(min = 1, max = 5_000) @Nullable Integer outerWidthMm,
            @Field(min = 1, max = 5_000) @Nullable Integer outerHeightMm,
            @Field(needed = true, min = 0, max = 100_000) @Nullable Integer tareGrams,
            @Field(
                            needed = true,
                            min = 1,
                            max = 1_000_000,
                            about = "In grams: the most it may weigh when packed.")
                    @Nullable Integer maxGrams) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CartonView(
            String code,
            String name,
            int lengthMm,
            int widthMm,
            int heightMm,
            @Nullable Integer outerLengthMm,
            @Nullable Integer outerWidthMm,
            @Nullable Integer outerHeightMm,
            int tareGrams,
            int maxGrams,
            boolean archived) {
        static CartonView of(CartonStore.Entry entry) {
            Carton carton = entry.carton();
            Dimensions outer = entry.outer();
            return new CartonView(
                    carton.code(),
                    carton.name(),
                    carton.size().lengthMm(),
                    carton.size().widthMm(),
                    carton.size().heightMm(),
                    outer == null ? null : outer.lengthMm(),
                    outer == null ? null : outer.widthMm(),
                    outer == null ? null : outer.heightMm(),
                    carton.tare().grams(),
                    carton.maxWeight().grams(),
                    entry.archived());
        }
    }

    /** Names a carton. */
    record CartonName(@Field(needed = true) @Nullable String code) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/cartons",
                                Roles.FLOOR,
                                "List box types by code",
                                CartonView[].class,
                                this::list)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/cartons",
                                Roles.MANAGERS,
                                "Add a box type",
                                CartonForm.class,
                                CartonView.class,
                                this::create)
                        .creates()
                        .problems(Code.CONFLICT),
                Route.put(
                                "/api/v1/cartons",
                                Roles.MANAGERS,
                                "Write a box type anew",
                                CartonForm.class,
                                CartonView.class,
                                this::change)
                        .problems(Code.NOT_FOUND),
                archive("archive", "Take a box type out of use", true),
                archive("unarchive", "Take a box type into use again", false));
    }

    private Route archive(String name, String summary, boolean gone) {
        return Route.post(
                        "/api/v1/cartons/" + name,
                        Roles.MANAGERS,
                        summary,
                        CartonName.class,
                        CartonView.class,
                        call -> archive(call, gone))
                .problems(Code.NOT_FOUND);
    }

    private Reply list(Call call) {
        int limit = call.limit();
        String after = call.query("cursor").orElse("");
        List<CartonView> found =
                transactions.inOrg(call.org(), tx -> cartons.page(tx, after, limit + 1)).stream()
                        .map(CartonView::of)
                        .toList();
        if (found.size() <= limit) {
            return Reply.ok(new Page<>(found, null));
        }
        List<CartonView> page = found.subList(0, limit);
        return Reply.ok(new Page<>(page, page.getLast().code()));
    }

    private Reply create(Call call) {
        CartonStore.Entry wanted = entry(call.body(CartonForm.class));
        return transactions.inOrg(
                call.org(),
                tx -> {
                    if (!cartons.insert(tx, wanted.carton(), wanted.outer())
                            && !cartons.lock(tx, wanted.carton().code())
                                    .equals(java.util.Optional.of(wanted))) {
                        throw new Fault(
                                Code.CONFLICT, "There is another carton of this code.", "/code");
                    }
                    return Reply.created(CartonView.of(wanted));
                });
    }

    private Reply change(Call call) {
        CartonStore.Entry wanted = entry(call.body(CartonForm.class));
        return transactions.inOrg(
                call.org(),
                tx -> {
                    if (!cartons.update(tx, wanted.carton(), wanted.outer())) {
                        throw Fault.notFound("carton");
                    }
                    return Reply.ok(
                            CartonView.of(cartons.lock(tx, wanted.carton().code()).orElseThrow()));
                });
    }

    private Reply archive(Call call, boolean gone) {
        String code = call.body(CartonName.class).code();
        if (code == null) {
            throw Fault.invalid("/code", "This field is required.");
        }
        return transactions.inOrg(
                call.org(),
                tx -> {
                    if (!cartons.archive(tx, code, gone)) {
                        throw Fault.notFound("carton");
                    }
                    return Reply.ok(CartonView.of(cartons.lock(tx, code).orElseThrow()));
                });
    }

    private static CartonStore.Entry entry(CartonForm form) {
        String code = form.code();
        if (code == null || !code.matches("[A-Z0-9]{1,24}")) {
            throw Fault.invalid("/code", "A code has 1 to 24 capital letters and digits.");
        }
        String name = ItemPolicy.text(form.name(), "/name", 80);
        Dimensions inner =
                ItemPolicy.size(form.lengthMm(), form.widthMm(), form.heightMm(), "/lengthMm");
        if (inner == null) {
            throw Fault.invalid("/lengthMm", "This field is required.");
        }
        Dimensions outer =
                ItemPolicy.size(
                        form.outerLengthMm(),
                        form.outerWidthMm(),
                        form.outerHeightMm(),
                        "/outerLengthMm");
        if (outer != null && outer.volumeMm3() < inner.volumeMm3()) {
            throw Fault.invalid("/outerLengthMm", "It is smaller outside than inside.");
        }
        int tare = within(form.tareGrams(), "/tareGrams", 0, 100_000);
        int most = within(form.maxGrams(), "/maxGrams", 1, 1_000_000);
        if (most <= tare) {
            throw Fault.invalid("/maxGrams", "More than the empty box weighs.");
        }
        return new CartonStore.Entry(
                new Carton(code, name, inner, new Weight(tare), new Weight(most)), outer, false);
    }

    private static int within(@Nullable Integer value, String pointer, int min, int max) {
        if (value == null || value < min || value > max) {
            throw Fault.invalid(
                    pointer, "A whole number of grams from %,d to %,d.".formatted(min, max));
        }
        return value;
    }
}

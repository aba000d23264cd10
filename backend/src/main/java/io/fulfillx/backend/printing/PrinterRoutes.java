package io.fulfillx.backend.printing;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Printers over HTTP. */
final class PrinterRoutes {
    private static final String NOT_DRIVEN = "No server process drives this printer now.";

    private final Transactions transactions;
    private final PrinterStore printers;
    private final SetUpPrinter setUpPrinter;

    PrinterRoutes(Transactions transactions, PrinterStore printers, SetUpPrinter setUpPrinter) {
        this.transactions = transactions;
        this.printers = printers;
        this.setUpPrinter = setUpPrinter;
    }

    /**
     * A printer and how it is.
     *
     * @param condition null while no server process drives it
     * @param sentence what it is doing or needs, for people
     * @param conditionAt when that was told
     */
    record PrinterView(
            UUID printerId,
            String name,
            String address,
            String profile,
            boolean active,
            @Nullable PrinterCondition condition,
            String sentence,
            @Nullable Instant conditionAt) {
        static PrinterView of(SavedPrinter printer) {
            PrinterCondition condition = printer.condition();
            return new PrinterView(
                    printer.printerId(),
                    printer.name(),
                    printer.address().toString(),
                    printer.profile(),
                    printer.active(),
                    condition,
                    condition == null ? NOT_DRIVEN : condition.sentence(),
                    printer.conditionAt());
        }
    }

    /** A model that can be set up. */
    record ProfileView(
            String id,
            String name,
            LabelLanguage language,
            int dpi,
            int widthMicrometers,
            int heightMicrometers) {
        static ProfileView of(PrinterProfile profile) {
            return new ProfileView(
                    profile.id(),
                    profile.name(),
                    profile.language(),
                    profile.dpi().nominal(),
                    profile.media().widthMicrometers(),
                    profile.media().heightMicrometers());
        }
    }

    record ProfileList(List<ProfileView> items) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/printer-profiles",
                        Roles.LEADS,
                        "The printer models that can be set up",
                        ProfileList.class,
                        _ -> profiles()),
                Route.get(
                                "/api/v1/printers",
                                Roles.LEADS,
                                "List printers and how they are, newest first",
                                PrinterView[].class,
                                this::list)
                        .paged(),
                Route.post(
                        "/api/v1/printers",
                        Roles.MANAGERS,
                        "Set up a printer: its name, its address tcp://host:9100 and its profile",
                        SetUpPrinter.Wish.class,
                        PrinterView.class,
                        this::add),
                Route.get(
                        "/api/v1/printers/{printerId}",
                        Roles.LEADS,
                        "One printer and how it is",
                        PrinterView.class,
                        this::find),
                Route.put(
                        "/api/v1/printers/{printerId}",
                        Roles.MANAGERS,
                        "Change a printer's name, address and profile",
                        SetUpPrinter.Wish.class,
                        PrinterView.class,
                        this::change),
                Route.post(
                        "/api/v1/printers/{printerId}/archive",
                        Roles.MANAGERS,
                        "Take a printer out of use; what it printed keeps its name",
                        Object.class,
                        PrinterView.class,
                        this::archive));
    }

    private static Reply profiles() {
        return Reply.ok(
                new ProfileList(PrinterProfiles.all().stream().map(ProfileView::of).toList()));
    }

    private static UUID id(Call call) {
        return call.id("printerId", "printer");
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        List<PrinterView> views =
                transactions.inOrg(
                        call.org(),
                        tx ->
                                printers.list(tx, before, limit + 1).stream()
                                        .map(PrinterView::of)
                                        .toList());
        return Reply.ok(Page.of(views, limit, PrinterView::printerId));
    }

    private Reply add(Call call) {
        SavedPrinter added = setUpPrinter.add(call.org(), call.body(SetUpPrinter.Wish.class));
        return Reply.created(PrinterView.of(added));
    }

    private Reply find(Call call) {
        UUID id = id(call);
        return transactions.inOrg(
                call.org(),
                tx ->
                        Reply.ok(
                                printers.find(tx, id)
                                        .map(PrinterView::of)
                                        .orElseThrow(() -> Fault.notFound("printer"))));
    }

    private Reply change(Call call) {
        SetUpPrinter.Wish wish = call.body(SetUpPrinter.Wish.class);
        return Reply.ok(PrinterView.of(setUpPrinter.change(call.org(), id(call), wish)));
    }

    private Reply archive(Call call) {
        return Reply.ok(PrinterView.of(setUpPrinter.archive(call.org(), id(call))));
    }
}

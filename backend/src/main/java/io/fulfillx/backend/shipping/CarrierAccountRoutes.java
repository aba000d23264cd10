package io.fulfillx.backend.shipping;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.label.NumberSeries.Kind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What is agreed with each carrier, over HTTP. */
final class CarrierAccountRoutes {
    private static final String PATH = "/api/v1/carrier-accounts";
    private static final int MOST_GRAMS = 1_000_000;

    private final Transactions transactions;
    private final CarrierDesk desk;
    private final LeasedNumbersStore numbers;

    CarrierAccountRoutes(Transactions transactions, CarrierDesk desk, LeasedNumbersStore numbers) {
        this.transactions = transactions;
        this.desk = desk;
        this.numbers = numbers;
    }

    /**
     * A carrier's account.
     *
     * @param carrier its code
     * @param leasedNumbers absent when stations do not make its numbers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountView(String carrier, String name, @Nullable LeasedNumbers leasedNumbers) {}

    /**
     * What can be agreed.
     *
     * @param leasedNumbers null when stations are not to make its numbers
     */
    record AccountWish(@Nullable LeasedNumbers leasedNumbers) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                PATH,
                                Roles.LEADS,
                                "The carriers of this house, and whose numbers stations may make",
                                AccountView[].class,
                                call ->
                                        transactions.inOrg(
                                                call.org(), tx -> Reply.ok(accounts(tx))))
                        .problems(),
                Route.put(
                                PATH + "/{carrier}",
                                Roles.MANAGERS,
                                "Say whether stations may make the numbers of a carrier",
                                AccountWish.class,
                                AccountView.class,
                                this::put)
                        .problems(Fault.Code.NOT_FOUND));
    }

    private List<AccountView> accounts(Tx tx) {
        Map<String, LeasedNumbers> agreed = numbers.all(tx);
        return desk.all().stream()
                .map(contract -> view(contract, agreed.get(contract.carrier().code())))
                .toList();
    }

    private static AccountView view(Contract contract, @Nullable LeasedNumbers agreed) {
        return new AccountView(contract.carrier().code(), contract.carrier().displayName(), agreed);
    }

    private Reply put(Call call) {
        Contract contract =
                desk.find(call.path("carrier")).orElseThrow(() -> Fault.notFound("carrier"));
        LeasedNumbers wanted = call.body(AccountWish.class).leasedNumbers();
        if (wanted != null) {
            check(wanted);
        }
        String carrier = contract.carrier().code();
        return transactions.inOrg(
                call.org(),
                tx -> {
                    if (wanted == null) {
                        numbers.remove(tx, carrier);
                    } else {
                        numbers.put(tx, carrier, wanted);
                    }
                    return Reply.ok(view(contract, numbers.find(tx, carrier).orElse(null)));
                });
    }

    private static void check(LeasedNumbers wanted) {
        Kind kind = wanted.kind();
        if (kind == null || kind == Kind.SSCC) {
            throw invalid("/kind", "Numbers of carriers are USPS_IMPB or UPS_1Z.");
        } else if (wanted.issuer() == null || !kind.isIssuer(wanted.issuer())) {
            throw invalid(
                    "/issuer",
                    kind == Kind.UPS_1Z
                            ? "A shipper number has 6 capital letters and digits."
                            : "A mailer id has 6 digits, or 9 that begin with 9.");
        }
        long serials = wanted.series().serials();
        if (wanted.firstSerial() < 0 || wanted.firstSerial() >= serials) {
            throw invalid("/firstSerial", "A serial is 0 to " + (serials - 1) + ".");
        } else if (wanted.lastSerial() < wanted.firstSerial() || wanted.lastSerial() >= serials) {
            throw invalid(
                    "/lastSerial", "The last serial is the first or up to " + (serials - 1) + ".");
        } else if (!isText(wanted.postage(), 60)) {
            throw invalid("/postage", "How postage is paid for has 1 to 60 characters.");
        } else if (wanted.services().isEmpty() || wanted.services().size() > 20) {
            throw invalid("/services", "An agreement has 1 to 20 services.");
        }
        for (int i = 0; i < wanted.services().size(); i++) {
            check(kind, wanted.services().get(i), "/services/" + i);
        }
    }

    private static void check(Kind kind, LeasedNumbers.Service service, String place) {
        if (!isText(service.service(), 40)) {
            throw invalid(place + "/service", "The code of a service has 1 to 40 characters.");
        } else if (!isText(service.name(), 40)) {
            throw invalid(place + "/name", "The name of a service has 1 to 40 characters.");
        } else if (service.type() == null || !kind.isType(service.type())) {
            throw invalid(
                    place + "/type",
                    kind == Kind.UPS_1Z
                            ? "UPS names a service by 2 capital letters and digits."
                            : "USPS names a service by 3 digits.");
        } else if (service.transitDays() < 0 || service.transitDays() > 60) {
            throw invalid(place + "/transitDays", "A service takes 0 to 60 days.");
        } else if (service.limitGrams() < 1 || service.limitGrams() > MOST_GRAMS) {
            throw invalid(place + "/limitGrams", "A limit is 1 to 1,000,000 grams.");
        }
    }

    private static boolean isText(@Nullable String text, int most) {
        return text != null && !text.isBlank() && text.length() <= most;
    }

    private static Fault invalid(String pointer, String detail) {
        return Fault.invalid("/leasedNumbers" + pointer, detail);
    }
}

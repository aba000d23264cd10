package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the queue of a printer, at the number that its name leads to and that may be a printer. */
final class OpenLine {
    private static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final PrintingStores stores;
    private final SettlePrint settlePrint;
    private final PrinterAddressPolicy addresses;
    private final String instance;
    private final Clock clock;
    private final Map<String, LookUp> found = new ConcurrentHashMap<>();

    OpenLine(
            Transactions transactions,
            PrintingStores stores,
            SettlePrint settlePrint,
            PrinterAddressPolicy addresses,
            String instance,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.settlePrint = settlePrint;
        this.addresses = addresses;
        this.instance = instance;
        this.clock = clock;
    }

    /** What a host's name led to, and when. */
    private record LookUp(Optional<InetAddress> address, Instant at) {}

    /**
     * Whether the printer's host is known. A name is looked up beside, because a slow answer for
     * one printer shall not keep all others waiting.
     */
    boolean isReady(SavedPrinter printer) {
        String host = String.valueOf(printer.address().getHost());
        LookUp known = found.get(host);
        if (known == null || clock.instant().isAfter(known.at().plus(LOOK_UP_AGAIN))) {
            found.put(host, new LookUp(numbered(host), clock.instant()));
            if (PrinterAddressPolicy.literal(host).isEmpty()) {
                Thread.ofVirtual().start(() -> found.put(host, lookUp(host)));
            }
        }
        return address(host).isPresent();
    }

    private Optional<InetAddress> numbered(String host) {
        return PrinterAddressPolicy.literal(host).filter(each -> !addresses.forbids(each));
    }

    private LookUp lookUp(String host) {
        try {
            Optional<InetAddress> first =
                    Optional.of(InetAddress.getByName(host))
                            .filter(each -> !addresses.forbids(each));
            return new LookUp(first, clock.instant());
        } catch (UnknownHostException e) {
            return new LookUp(Optional.empty(), clock.instant());
        }
    }

    private Optional<InetAddress> address(String host) {
        return Optional.ofNullable(found.get(host)).flatMap(LookUp::address);
    }

    PrinterLine open(OrgId org, SavedPrinter printer) {
        String host = String.valueOf(printer.address().getHost());
        ServerPrintJournal journal =
                new ServerPrintJournal(
                        transactions,
                        stores,
                        settlePrint,
                        clock,
                        new ServerPrintJournal.Driven(org, printer.printerId(), instance));
        Runnable allCalledBack =
                () ->
                        transactions.inOrg(
                                org,
                                tx -> {
                                    stores.queue().allBack(tx, printer.printerId());
                                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                                    return true;
                                });
        PrinterProfile profile =
                PrinterProfiles.find(printer.profile())
                        .orElseGet(() -> PrinterProfiles.generic(LabelLanguage.ZPL));
        URI address = numbered(address(host).orElseThrow(), printer.address().getPort());
        return new PrinterLine(new Printer(address, profile), journal, allCalledBack, clock);
    }

    /** The number and not the name, which could lead elsewhere the next time. */
    private static URI numbered(InetAddress address, int port) {
        String number = address.getHostAddress();
        return URI.create(
                "tcp://" + (number.contains(":") ? "[" + number + "]" : number) + ":" + port);
    }
}

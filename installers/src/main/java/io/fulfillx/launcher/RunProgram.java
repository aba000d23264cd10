package io.fulfillx.launcher;

import io.fulfillx.launcher.process.ProgramFailed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Hands the command line on to a program of one of the other modules, in this process. */
abstract sealed class RunProgram implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "OPTION", description = "what the program takes")
    private List<String> arguments = new ArrayList<>();

    private final String mainClass;

    private RunProgram(String mainClass) {
        this.mainClass = mainClass;
    }

    /** The server. */
    @Command(
            name = "server",
            description = "Starts the server: [--config=FILE] [--key=value …]",
            footer = {"", "For example: ./fulfillx server --http.port=8080 --data=/var/fulfillx"})
    static final class Server extends RunProgram {
        Server() {
            super(Programs.SERVER);
        }
    }

    /** The proof of the stock ledger. */
    @Command(
            name = "verify-ledger",
            description = {
                "Proves the stock ledger: levels against its replay, rows against their seals.",
                "[--org SLUG] [--config=FILE] [--data=FOLDER] [--url=JDBC] [--key=value …]"
            },
            footer = {
                "",
                "Runs beside a server or without one; takes the server's settings.",
                "Exit codes: 0 sound, 1 drift or a broken seal, 2 wrong use.",
                "For example: ./fulfillx verify-ledger --org main --data=/var/fulfillx"
            })
    static final class VerifyLedger extends RunProgram {
        VerifyLedger() {
            super(Programs.VERIFY_LEDGER);
        }
    }

    /** The packing station. */
    @Command(name = "station", description = "Opens the packing station's window.")
    static final class Station extends RunProgram {
        Station() {
            super(Programs.STATION);
        }
    }

    /** A parcel carrier to try things with. */
    @Command(name = "carrier-simulator", description = "Plays a parcel carrier over HTTP.")
    static final class CarrierSimulator extends RunProgram {
        CarrierSimulator() {
            super(Programs.CARRIER_SIMULATOR);
        }
    }

    /** A Shopify shop to try things with. */
    @Command(name = "shop-simulator", description = "Plays one Shopify shop over HTTP.")
    static final class ShopSimulator extends RunProgram {
        ShopSimulator() {
            super(Programs.SHOP_SIMULATOR);
        }
    }

    /** A label printer to try things with. */
    @Command(
            name = "virtual-printer",
            description = "Plays a thermal printer: --listen tcp:PORT | pty[:LINK], --out DIR",
            footer = {
                "",
                "For example: ./fulfillx virtual-printer --language tspl --listen tcp:9100"
                        + " --out labels --ips 6 --fault paper-out@label:12,for=3s"
            })
    static final class VirtualPrinter extends RunProgram {
        VirtualPrinter() {
            super(Programs.VIRTUAL_PRINTER);
        }
    }

    /** A scale to try things with. */
    @Command(
            name = "virtual-scale",
            description = "Plays a scale: PROTOCOL [tcp:PORT]; loads in grams on its input.",
            footer = {"", "For example: ./fulfillx virtual-scale sics tcp:4001"})
    static final class VirtualScale extends RunProgram {
        VirtualScale() {
            super(Programs.VIRTUAL_SCALE);
        }
    }

    @Override
    public Integer call() {
        try {
            Class.forName(mainClass)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments.toArray(String[]::new));
            return 0;
        } catch (InvocationTargetException e) {
            throw new ProgramFailed(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new ProgramFailed(mainClass + " is not in this installation", e);
        }
    }
}

package io.fulfillx.launcher;

/** The programs of the other modules, by their main class. */
public final class Programs {
    public static final String SERVER = "io.fulfillx.backend.server.Main";
    public static final String VERIFY_LEDGER = "io.fulfillx.backend.server.VerifyLedgerMain";
    public static final String STATION = "io.fulfillx.desktop.app.StationMain";
    public static final String CARRIER_SIMULATOR = "io.fulfillx.backend.lab.CarrierSimulator";
    public static final String SHOP_SIMULATOR = "io.fulfillx.backend.lab.ShopSimulator";
    public static final String VIRTUAL_PRINTER = "io.fulfillx.printing.virtual.VirtualPrinterMain";
    public static final String VIRTUAL_SCALE = "io.fulfillx.scanner.virtual.VirtualScaleMain";

    private Programs() {}
}

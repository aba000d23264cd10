package io.fulfillx.scanner.catalog;

import io.fulfillx.scanner.virtual.VirtualHidScanner;
import io.fulfillx.scanner.virtual.VirtualScanner;

class HidScanSourceTest extends ScanSourceContract {
    @Override
    VirtualScanner scanner() {
        return new VirtualHidScanner(folder.resolve("hid"));
    }
}

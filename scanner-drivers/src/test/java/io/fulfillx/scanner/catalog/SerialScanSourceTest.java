package io.fulfillx.scanner.catalog;

import io.fulfillx.scanner.virtual.VirtualScanner;
import io.fulfillx.scanner.virtual.VirtualSerialScanner;

class SerialScanSourceTest extends ScanSourceContract {
    @Override
    VirtualScanner scanner() {
        return new VirtualSerialScanner(folder.resolve("serial"));
    }
}

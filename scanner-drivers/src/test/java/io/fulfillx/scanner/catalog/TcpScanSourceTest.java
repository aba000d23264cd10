package io.fulfillx.scanner.catalog;

import io.fulfillx.scanner.virtual.VirtualScanner;
import io.fulfillx.scanner.virtual.VirtualTcpScanner;

class TcpScanSourceTest extends ScanSourceContract {
    @Override
    VirtualScanner scanner() {
        return new VirtualTcpScanner();
    }
}

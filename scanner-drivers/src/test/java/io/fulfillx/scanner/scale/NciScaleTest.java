package io.fulfillx.scanner.scale;

class NciScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "nci";
    }
}

package io.fulfillx.scanner.scale;

class ToledoScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "toledo";
    }
}

package io.fulfillx.scanner.scale;

class SicsScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "sics";
    }
}

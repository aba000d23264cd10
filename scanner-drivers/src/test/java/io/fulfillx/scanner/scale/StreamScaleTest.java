package io.fulfillx.scanner.scale;

class StreamScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "stream";
    }
}

package io.fulfillx.scanner.scale;

class TorreyScaleTest extends ScaleContract {
    @Override
    String protocol() {
        return "torrey";
    }

    @Override
    boolean obeys() {
        return false;
    }

    @Override
    boolean tellsOverload() {
        return false;
    }
}
